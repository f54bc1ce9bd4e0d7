package org.tulpar.web.client;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.client.transfer.ClientImport;
import org.tulpar.client.transfer.ImportRunner;
import org.tulpar.client.transfer.ImportStatus;
import org.tulpar.client.transfer.ImportView;
import org.tulpar.client.transfer.Mapping;
import org.tulpar.client.transfer.Sheet;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.security.CurrentUser;

/** A file on its way, step by step; the page's address names it. */
@Named("clientImport")
@RequestScoped
public class ImportBacking {

  /** Longer without a finished portion, and the work was interrupted. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject private ClientImport service;
  @Inject private ImportRunner runner;
  @Inject private FieldSettings fields;
  @Inject private CurrentUser user;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private Clock clock;

  @Inject
  @Param(pathIndex = 0)
  private String address;

  private ImportView view;
  private List<ColumnChoice> columns = List.of();
  private List<ProblemLine> problems;
  private boolean fills = true;
  private Part file;

  @PostConstruct
  void look() {
    if (address != null && address.matches("[0-9]{1,18}")) {
      view = service.byId(Long.parseLong(address)).orElse(null);
    }
    if (view != null) {
      fills = view.fills();
      columns = ColumnChoice.of(view, service.sample(view.id()));
    }
  }

  /** An import that is not there is an error. */
  public void open() {
    if (address != null && view == null) {
      Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    }
  }

  public void upload() {
    if (file == null || file.getSize() == 0) {
      notices.say("refused.sheet.empty");
      return;
    }
    if (file.getSize() > Sheet.MOST_BYTES) {
      notices.say("refused.sheet.too_large");
      return;
    }
    try (var in = file.getInputStream()) {
      var id = service.upload(file.getSubmittedFileName(), in.readAllBytes(), readers.user());
      Faces.redirect("client-import/" + id);
    } catch (Refused e) {
      notices.refused(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void check() {
    attempt(
        () ->
            service.map(view.id(), columns.stream().map(ColumnChoice::getTarget).toList(), fills));
  }

  public void start() {
    attempt(() -> service.start(view.id()));
  }

  public void undo() {
    attempt(() -> service.undo(view.id()));
  }

  /** After an interruption: the portions that are done stay done. */
  public void goOn() {
    attempt(() -> {});
  }

  public List<ImportView> getLatest() {
    return service.latest();
  }

  /** Everything a column can be. */
  public List<Choice> getTargets() {
    var reader = readers.reader();
    return Stream.concat(
            Mapping.TARGETS.stream()
                .map(target -> new Choice(target, reader.word("import.target." + target), false)),
            fields.all().stream()
                .filter(field -> !field.archived())
                .map(field -> new Choice("field:" + field.id(), field.name(), false)))
        .toList();
  }

  public List<ProblemLine> getProblems() {
    if (problems == null) {
      var reader = readers.reader();
      problems =
          service.problems(view.id()).stream()
              .map(
                  one ->
                      new ProblemLine(
                          one.row(),
                          one.column(),
                          one.cell(),
                          reader.word("refused.client." + one.reason())))
              .toList();
    }
    return problems;
  }

  /** A wrong row: its number in the file, the column and what stands there, and why. */
  public record ProblemLine(int row, String column, String cell, String reason) {}

  public boolean isAtWork() {
    return view != null && view.status().isAtWork();
  }

  public boolean isInterrupted() {
    return isAtWork() && view.touched().plus(PATIENCE).isBefore(clock.instant());
  }

  /** Whether the columns may still be chosen. */
  public boolean isOpenToMapping() {
    return view.status() == ImportStatus.UPLOADED || view.status() == ImportStatus.CHECKED;
  }

  public ImportView getView() {
    return view;
  }

  public String when(ImportView one) {
    return readers.reader().exact(one.at());
  }

  public List<ColumnChoice> getColumns() {
    return columns;
  }

  public boolean isFills() {
    return fills;
  }

  public void setFills(boolean fills) {
    this.fills = fills;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  private void attempt(Runnable act) {
    try {
      act.run();
      runner.run(user.required().organization(), view.id());
      Faces.redirect("client-import/" + view.id());
    } catch (Refused e) {
      notices.refused(e);
    }
  }
}
