package org.tulpar.web.deal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tulpar.deal.Board;
import org.tulpar.deal.Choice;
import org.tulpar.deal.PipelineSetup;
import org.tulpar.deal.Stage;
import org.tulpar.deal.StageKind;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Readers;

/** How a funnel is set up; whatever button is pressed, what was typed into the stages is kept. */
@Named("pipelines")
@ViewScoped
public class PipelinesBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Board board;
  @Inject private PipelineSetup setup;
  @Inject private Readers readers;

  private List<Choice> all;
  private List<Choice> reasons;
  private List<StageLine> stages = List.of();
  private Long chosen;
  private String fresh;
  private String reason;
  private String another;
  private String trouble;
  private boolean done;
  private Stage removed;
  private Choice archived;
  private int place;

  @PostConstruct
  void look() {
    all = board.pipelines();
    chosen =
        Wanted.number("p")
            .filter(id -> all.stream().anyMatch(one -> one.id() == id))
            .orElse(all.isEmpty() ? null : all.getFirst().id());
    read();
  }

  public void save() {
    attempt(() -> {});
  }

  /** The Enter key in any field: whatever is typed is taken, wherever it is. */
  public void enter() {
    attempt(
        () -> {
          if (typed(fresh)) {
            setup.addStage(chosen, fresh, StageKind.OPEN);
          }
          if (typed(reason)) {
            setup.addReason(reason);
          }
          if (typed(another)) {
            chosen = setup.addPipeline(another);
          }
        });
  }

  public void addStage() {
    attempt(() -> setup.addStage(chosen, fresh, StageKind.OPEN));
  }

  public void remove(long id) {
    var line = stages.stream().filter(one -> one.getId() == id).findFirst().orElse(null);
    var at = stages.indexOf(line);
    attempt(
        () -> {
          setup.removeStage(id);
          removed = line == null ? null : line.stage();
          place = at;
        });
  }

  /** What was just removed: a stage where and as it was, or a reason. */
  public void restore() {
    var stage = removed;
    var reasoned = archived;
    if (stage != null) {
      attempt(() -> restore(stage));
    } else if (reasoned != null) {
      attempt(() -> setup.restoreReason(reasoned.id()));
    }
  }

  private void restore(Stage stage) {
    var id = setup.addStage(stage.pipelineId(), stage.name(), stage.kind());
    var now = new ArrayList<>(board.stages(stage.pipelineId()));
    now.stream()
        .filter(one -> one.id() == id)
        .forEach(made -> setup.change(stage.again(id, made.version())));
    var order = new ArrayList<>(now.stream().map(Stage::id).toList());
    order.remove(id);
    order.add(Math.min(place, order.size()), id);
    setup.order(stage.pipelineId(), order);
  }

  public void up(long id) {
    move(id, -1);
  }

  public void down(long id) {
    move(id, 1);
  }

  public void addReason() {
    attempt(() -> setup.addReason(reason));
  }

  public void archive(long id) {
    var named = reasons.stream().filter(one -> one.id() == id).findFirst().orElse(null);
    attempt(
        () -> {
          setup.archiveReason(id);
          archived = named;
        });
  }

  public void addPipeline() {
    attempt(() -> chosen = setup.addPipeline(another));
  }

  private static boolean typed(String text) {
    return text != null && !text.isBlank();
  }

  private void move(long id, int by) {
    var order = new ArrayList<>(stages.stream().map(StageLine::getId).toList());
    var from = order.indexOf(id);
    var to = from + by;
    if (to >= 0 && to < order.size()) {
      Collections.swap(order, from, to);
      attempt(() -> setup.order(chosen, order));
    }
  }

  /** What was typed first, then what was pressed; a business no leaves the typed words. */
  private void attempt(Runnable act) {
    trouble = null;
    done = false;
    removed = null;
    archived = null;
    try {
      stages.stream().filter(StageLine::isTouched).forEach(line -> setup.change(line.stage()));
      act.run();
      done = true;
      read();
    } catch (Refused e) {
      trouble = readers.reader().word(e.code());
    }
  }

  private void read() {
    all = board.pipelines();
    reasons = board.lostReasons();
    stages = chosen == null ? List.of() : lines();
    fresh = null;
    reason = null;
    another = null;
  }

  private List<StageLine> lines() {
    return new ArrayList<>(board.stages(chosen).stream().map(StageLine::new).toList());
  }

  public List<Choice> getAll() {
    return all;
  }

  public List<Choice> getReasons() {
    return reasons;
  }

  public List<StageLine> getStages() {
    return stages;
  }

  public Long getChosen() {
    return chosen;
  }

  public String getTrouble() {
    return trouble;
  }

  /** What was just removed, in words, or null. */
  public String getRemoved() {
    if (removed != null) {
      return readers.reader().word("pipelines.removed", removed.name());
    }
    return archived == null
        ? null
        : readers.reader().word("pipelines.reason.removed", archived.name());
  }

  public boolean isDone() {
    return done;
  }

  public String getFresh() {
    return fresh;
  }

  public void setFresh(String fresh) {
    this.fresh = fresh;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getAnother() {
    return another;
  }

  public void setAnother(String another) {
    this.another = another;
  }
}
