package org.tulpar.client.merge;

import java.util.List;

/**
 * What two cards would become, before anything is changed.
 *
 * @param rows what stands in each card, and in the one they become
 * @param conversations of the loser, which move
 * @param deals of the loser, which move
 * @param orders of the loser, which move
 * @param identities of the loser, which move
 * @param closing current conversations of the loser that end, because the survivor has one in the
 *     same channel
 */
public record MergePreview(
    long survivorId,
    long loserId,
    List<Row> rows,
    int conversations,
    int deals,
    int orders,
    int identities,
    int closing) {

  /**
   * @param field name, phone, email, language, company or about
   */
  public record Row(String field, String survivor, String loser, String becomes) {}
}
