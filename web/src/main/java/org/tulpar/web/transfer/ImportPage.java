package org.tulpar.web.transfer;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.tulpar.kernel.Refused;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.ImportRunner;
import org.tulpar.transfer.ImportStatus;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.Sheet;
import org.tulpar.transfer.SheetImport;
import org.tulpar.web.client.Notices;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.security.CurrentUser;

/** A file of one kind on its way, step by step; the page's address names it. */
public abstract class ImportPage {

  /** Longer without a finished portion, and the work was interrupted. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject private SheetImport service;
  @Inject private ImportRunner runner;
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
  private boolean twice;
  private Part file;

  protected abstract ImportKind kind();

  /** Everything a column can be. */
  public abstract List<ImportTarget> getTargets();

  /** The page's address, without slash. */
  public abstract String getPage();

  /** The list of what was imported, without slash. */
  public abstract String getList();

  /** The first part of the keys of the words that differ. */
  public abstract String getKey();

  /** Whether rows may fill what is known already; else each of them becomes something new. */
  public boolean isFilling() {
    return true;
  }

  /** Whether a row may look like what is there already without saying that it is the same. */
  public boolean isDoubling() {
    return false;
  }

  @PostConstruct
  void look() {
    if (address != null && address.matches("[0-9]{1,18}")) {
      view = service.byId(Long.parseLong(address)).filter(one -> one.kind() == kind()).orElse(null);
    }
    if (view != null) {
      fills = view.fills();
      twice = view.twice();
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
      var id =
          service.upload(kind(), file.getSubmittedFileName(), in.readAllBytes(), readers.user());
      Faces.redirect(getPage() + "/" + id);
    } catch (Refused e) {
      notices.refused(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void check() {
    attempt(
        () ->
            service.map(
                view.id(), columns.stream().map(ColumnChoice::getTarget).toList(), fills, twice));
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
    return service.latest(kind());
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
                          Reasons.of(kind(), one.reason(), reader)))
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

  public boolean isTwice() {
    return twice;
  }

  public void setTwice(boolean twice) {
    this.twice = twice;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  /** What columns may be, in the reader's words. */
  protected List<ImportTarget> targets(String key, List<String> values) {
    return values.stream().map(value -> new ImportTarget(value, word(key + value))).toList();
  }

  /** A word of the reader's language. */
  protected String word(String key) {
    return readers.reader().word(key);
  }

  private void attempt(Runnable act) {
    try {
      act.run();
      runner.run(user.required().organization(), view.id());
      Faces.redirect(getPage() + "/" + view.id());
    } catch (Refused e) {
      notices.refused(e);
    }
  }
}
