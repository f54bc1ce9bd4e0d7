package org.tulpar.analytics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What waits for somebody now. Conversations are counted up to {@link
 * org.tulpar.conversation.list.Inbox#MANY}.
 *
 * @param waiting clients who wait for a person
 * @param longest since when the first of them waits, or null
 * @param first her name, or null
 * @param unassigned with people, but with none of them
 * @param failed with a message that was given up
 * @param closing to which free text can be sent a few hours more only
 * @param unknown messages of which nobody knows whether they arrived
 * @param mentions dialogues in which a note that she has not seen names the person
 * @param promises dialogues of hers in which the promised time is nearly over, or over
 * @param steps deals of hers whose next step is overdue, by pipeline; those without are absent
 * @param rotten deals that lie too long, by pipeline; those without are absent
 */
public record Needs(
    int waiting,
    Instant longest,
    String first,
    int unassigned,
    int failed,
    int closing,
    int unknown,
    int mentions,
    int promises,
    List<Pile> steps,
    List<Pile> rotten)
    implements Serializable {

  /**
   * @param sums by currency, never added together
   */
  public record Pile(
      long pipelineId, String pipeline, long deals, SortedMap<String, BigDecimal> sums)
      implements Serializable {}
}
