package org.tulpar.web.deal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tulpar.deal.Board;
import org.tulpar.deal.PipelineSetup;
import org.tulpar.deal.Stage;
import org.tulpar.deal.StageKind;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Readers;

/**
 * How a funnel is set up; whatever button is pressed, what was typed over names and stages is kept.
 */
@Named("pipelines")
@ViewScoped
public class PipelinesBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Board board;
  @Inject private PipelineSetup setup;
  @Inject private Readers readers;

  private List<PipelineSetup.Pipeline> all;
  private List<ReasonLine> reasons = List.of();
  private List<PipelineSetup.Reason> former = List.of();
  private List<StageLine> stages = List.of();
  private Long chosen;
  private String title;
  private String fresh;
  private String reason;
  private String another;
  private String trouble;
  private boolean done;
  private Stage removed;
  private PipelineSetup.Reason archived;
  private PipelineSetup.Pipeline gone;
  private List<Stage> goneStages;
  private int place;

  @PostConstruct
  void look() {
    all = setup.pipelines();
    chosen =
        Wanted.number("p").filter(id -> all.stream().anyMatch(one -> one.id() == id)).orElse(null);
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

  /** What was just removed: a stage or a pipeline where and as it was, or a reason. */
  public void restore() {
    var stage = removed;
    var reasoned = archived;
    var pipeline = gone;
    if (stage != null) {
      attempt(() -> restore(stage));
    } else if (reasoned != null) {
      bringBack(reasoned.id());
    } else if (pipeline != null) {
      attempt(() -> chosen = setup.restorePipeline(pipeline, goneStages));
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
    var line = reasons.stream().filter(one -> one.getId() == id).findFirst().orElse(null);
    attempt(
        () -> {
          setup.archiveReason(id);
          archived = line == null ? null : line.reason();
        });
  }

  /** A reason is asked for again. */
  public void bringBack(long id) {
    attempt(() -> setup.restoreReason(id));
  }

  public void addPipeline() {
    attempt(() -> chosen = setup.addPipeline(another));
  }

  public void removePipeline() {
    attempt(
        () -> {
          var stagesOfIt = board.stages(chosen);
          setup.removePipeline(chosen);
          gone = pipeline().orElse(null);
          goneStages = stagesOfIt;
          chosen = null;
        });
  }

  private Optional<PipelineSetup.Pipeline> pipeline() {
    return all.stream().filter(one -> Objects.equals(one.id(), chosen)).findFirst();
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
    gone = null;
    try {
      keep();
      act.run();
      done = true;
      read();
      fresh = null;
      reason = null;
      another = null;
    } catch (Refused e) {
      trouble = readers.reader().word(e.code());
    }
  }

  /** From here on it is what stands there, whatever becomes of the button that was pressed. */
  private void keep() {
    setup.change(
        pipeline().map(one -> one.called(title)).filter(one -> !all.contains(one)).stream()
            .toList(),
        stages.stream().filter(StageLine::isTouched).map(StageLine::stage).toList(),
        reasons.stream().filter(ReasonLine::isTouched).map(ReasonLine::reason).toList());
    read();
  }

  /** The first pipeline where none is chosen; never instead of one that another person removed. */
  private void read() {
    all = setup.pipelines();
    if (chosen == null && !all.isEmpty()) {
      chosen = all.getFirst().id();
    }
    title = pipeline().map(PipelineSetup.Pipeline::name).orElse(null);
    stages =
        chosen == null ? List.of() : board.stages(chosen).stream().map(StageLine::new).toList();
    var every = setup.reasons();
    reasons = every.stream().filter(one -> !one.archived()).map(ReasonLine::new).toList();
    former = every.stream().filter(PipelineSetup.Reason::archived).toList();
  }

  public List<PipelineSetup.Pipeline> getAll() {
    return all;
  }

  public List<ReasonLine> getReasons() {
    return reasons;
  }

  public List<PipelineSetup.Reason> getFormer() {
    return former;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
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
    if (gone != null) {
      return readers.reader().word("pipelines.pipeline.removed", gone.name());
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
