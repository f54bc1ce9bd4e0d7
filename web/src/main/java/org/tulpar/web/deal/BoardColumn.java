package org.tulpar.web.deal;

import java.util.List;
import org.tulpar.deal.Board;
import org.tulpar.deal.Conversion;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.Stage;
import org.tulpar.deal.StageTotal;
import org.tulpar.web.conversation.Reader;

/**
 * A stage with what lies in it.
 *
 * @param kind OPEN, WON or LOST
 * @param count of all its cards under the filter, loaded or not
 * @param sums one for each currency
 * @param share of the board's cards, in per cent
 * @param conversion how many of the latest deals came this far, in words; or null
 */
public record BoardColumn(
    long id,
    String name,
    String kind,
    long count,
    List<String> sums,
    long share,
    String conversion,
    String about,
    List<CardLine> cards,
    boolean more) {

  /** What all columns have in common. */
  record Whole(
      List<StageTotal> totals, List<Conversion> conversions, List<DealCard> cards, Reader reader) {}

  static BoardColumn of(Stage stage, Whole whole) {
    var reader = whole.reader();
    var mine = whole.totals().stream().filter(total -> total.stageId() == stage.id()).toList();
    var count = mine.stream().mapToLong(StageTotal::count).sum();
    var all = whole.totals().stream().mapToLong(StageTotal::count).sum();
    var cards = whole.cards().stream().filter(card -> card.stageId() == stage.id()).toList();
    return new BoardColumn(
        stage.id(),
        stage.name(),
        stage.kind().name(),
        count,
        sums(mine, reader),
        all == 0 ? 0 : Math.round(100.0 * count / all),
        conversion(stage, whole),
        about(stage, reader),
        cards.stream()
            .limit(Board.PAGE)
            .map(card -> CardLine.of(card, stage.kind(), reader))
            .toList(),
        cards.size() > Board.PAGE);
  }

  static List<String> sums(List<StageTotal> totals, Reader reader) {
    return totals.stream()
        .filter(total -> total.currency() != null)
        .map(total -> Price.of(total.sum(), total.currency(), reader.locale()))
        .toList();
  }

  private static String conversion(Stage stage, Whole whole) {
    return whole.conversions().stream()
        .filter(known -> known.stageId() == stage.id() && known.percent() != null)
        .map(known -> known.percent() + "%")
        .findFirst()
        .orElse(null);
  }

  private static String about(Stage stage, Reader reader) {
    var chance = reader.word("deals.chance", stage.probability());
    return stage.rottenDays() == null
        ? chance
        : chance + " · " + reader.word("deals.rots", stage.rottenDays());
  }
}
