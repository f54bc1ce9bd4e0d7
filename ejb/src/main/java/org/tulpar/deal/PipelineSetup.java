package org.tulpar.deal;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;

/** How an organization sells: its pipelines, their stages, and why a deal may be lost. */
@Stateless
@DeclareRoles(PipelineSetup.ORG_ADMIN)
@RolesAllowed(PipelineSetup.ORG_ADMIN)
public class PipelineSetup {

  static final String ORG_ADMIN = "ORG_ADMIN";

  private static final int HALF = 50;
  private static final int CERTAIN = 100;
  private static final int LONGEST_ROT = 365;

  /**
   * A board with stages of its own.
   *
   * @param position among the others
   */
  public record Pipeline(long id, String name, int position, int version) implements Serializable {

    /** The same under another name. */
    public Pipeline called(String other) {
      return new Pipeline(id, other, position, version);
    }
  }

  /**
   * Why a deal may be lost.
   *
   * @param archived nobody is asked for it any more
   */
  public record Reason(long id, String name, boolean archived, int version)
      implements Serializable {

    /** The same under another name. */
    public Reason called(String other) {
      return new Reason(id, other, archived, version);
    }
  }

  @Inject private PipelineRows rows;

  /** In their order. */
  public List<Pipeline> pipelines() {
    return rows.pipelines();
  }

  /** By name, those that are archived among them. */
  public List<Reason> reasons() {
    return rows.reasons();
  }

  /**
   * Takes what was typed into all of them, or nothing.
   *
   * @throws StageRefused when another person has changed one since, or it makes no sense
   */
  public void change(List<Pipeline> pipelines, List<Stage> stages, List<Reason> reasons) {
    pipelines.forEach(this::rename);
    stages.forEach(this::change);
    reasons.forEach(this::rename);
  }

  /** Adds a pipeline without a stage and returns its id. */
  public long addPipeline(String name) {
    return rows.addPipeline(named(name), null);
  }

  /**
   * Removes a pipeline that no deal has ever lain in, with its stages.
   *
   * @throws StageRefused when one has, or when there is no other pipeline
   */
  public void removePipeline(long id) {
    var all = rows.lockedPipelines();
    if (!all.contains(id)) {
      throw StageRefused.stale();
    }
    if (all.size() == 1) {
      throw StageRefused.onlyPipeline();
    }
    if (rows.removePipeline(id) == 0) {
      throw StageRefused.usedPipeline();
    }
  }

  /** Brings back where and as it was what was removed, and returns its id from now on. */
  public long restorePipeline(Pipeline pipeline, List<Stage> stages) {
    var id = rows.addPipeline(named(pipeline.name()), pipeline.position());
    for (var stage : stages) {
      change(stage.again(addStage(id, stage.name(), stage.kind()), 0));
    }
    return id;
  }

  private void rename(Pipeline pipeline) {
    if (rows.rename(pipeline.called(named(pipeline.name()))) == 0) {
      throw StageRefused.stale();
    }
  }

  private void rename(Reason reason) {
    if (rows.rename(reason.called(named(reason.name()))) == 0) {
      throw StageRefused.stale();
    }
  }

  /** Puts a stage behind the last one and returns its id. */
  public long addStage(long pipelineId, String name, StageKind kind) {
    var probability =
        switch (kind) {
          case OPEN -> HALF;
          case WON -> CERTAIN;
          case LOST -> 0;
        };
    return rows.addStage(pipelineId, named(name), kind, probability);
  }

  /**
   * Changes what a stage is called and means.
   *
   * @throws StageRefused when another person has changed it since, or its numbers make no sense
   */
  public void change(Stage stage) {
    named(stage.name());
    var days = stage.rottenDays();
    if (stage.probability() < 0
        || stage.probability() > CERTAIN
        || days != null && (days < 1 || days > LONGEST_ROT)) {
      throw StageRefused.numbers();
    }
    if (rows.change(stage) == 0) {
      throw StageRefused.stale();
    }
  }

  /** Puts the stages of a pipeline into this order. */
  public void order(long pipelineId, List<Long> stageIds) {
    rows.order(pipelineId, stageIds.toArray(Long[]::new));
  }

  /**
   * Removes a stage that no deal has ever lain in.
   *
   * @throws StageRefused when one has
   */
  public void removeStage(long id) {
    if (rows.removeStage(id) == 0) {
      throw StageRefused.used();
    }
  }

  public void addReason(String name) {
    rows.addReason(named(name));
  }

  /** Nobody is asked for it any more; the deals that were lost for it keep it. */
  public void archiveReason(long id) {
    rows.archiveReason(id, true);
  }

  /** It is asked for again. */
  public void restoreReason(long id) {
    rows.archiveReason(id, false);
  }

  private static String named(String name) {
    var text = name == null ? "" : name.strip();
    if (text.isEmpty()) {
      throw StageRefused.nameless();
    }
    return text;
  }
}
