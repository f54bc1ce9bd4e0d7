package org.tulpar.web.conversation.beside;

import java.util.List;
import org.tulpar.conversation.fact.LeadScore;
import org.tulpar.web.conversation.Reader;

/**
 * The score on the client's card.
 *
 * @param words what it means
 */
public record ScoreLine(int points, String words, List<Reason> reasons) {

  /**
   * @param points with their sign
   */
  public record Reason(String points, boolean good, String text) {}

  /** Null for none. */
  static ScoreLine of(LeadScore score, Reader reader) {
    return score == null
        ? null
        : new ScoreLine(
            score.points(),
            reader.word("lead.of", reader.word("lead.level." + score.level())),
            score.reasons().stream().map(one -> reason(one, reader)).toList());
  }

  private static Reason reason(LeadScore.Reason one, Reader reader) {
    var good = one.points() > 0;
    var points = (good ? "+" : "\u2212") + Math.abs(one.points());
    return new Reason(points, good, reader.word("lead.reason." + one.code()));
  }
}
