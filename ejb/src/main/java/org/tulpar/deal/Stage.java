package org.tulpar.deal;

import java.io.Serializable;

/**
 * A column of the board.
 *
 * @param probability in per cent, of a deal in this stage being won
 * @param rottenDays after how many days without a move a card is rotten, or null for never
 */
public record Stage(
    long id,
    long pipelineId,
    String name,
    StageKind kind,
    int probability,
    Integer rottenDays,
    int version)
    implements Serializable {

  /** The same under another id. */
  public Stage again(long otherId, int otherVersion) {
    return new Stage(otherId, pipelineId, name, kind, probability, rottenDays, otherVersion);
  }
}
