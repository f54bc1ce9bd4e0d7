package org.tulpar.deal;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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

  @Inject private PipelineRows rows;

  /** Adds a pipeline without a stage and returns its id. */
  public long addPipeline(String name) {
    return rows.addPipeline(named(name));
  }

  public void renamePipeline(long id, String name) {
    rows.renamePipeline(id, named(name));
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
