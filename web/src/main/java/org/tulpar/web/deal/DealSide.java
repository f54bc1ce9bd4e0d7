package org.tulpar.web.deal;

import java.util.List;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.Stage;
import org.tulpar.web.conversation.Reader;

/**
 * A deal as it stands beside what is said about it.
 *
 * @param pipeline whose board it lies on
 * @param stage by name
 * @param kind of its stage: OPEN, WON or LOST
 * @param stages where it can be put, in the order of the board
 */
public record DealSide(
    CardLine card, long pipeline, String stage, String kind, List<Stage> stages) {

  static DealSide of(DealCard card, List<Stage> stages, Reader reader) {
    var stage = stages.stream().filter(one -> one.id() == card.stageId()).findFirst().orElseThrow();
    return new DealSide(
        CardLine.of(card, stage.kind(), reader),
        stage.pipelineId(),
        stage.name(),
        stage.kind().name(),
        stages);
  }
}
