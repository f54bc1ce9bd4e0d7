package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.DealChanged;
import org.tulpar.deal.DealDesk;
import org.tulpar.deal.DealDraft;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealPlace;

/**
 * What the board shows: cards page by page, counts, sums and conversion, through the application's
 * own classes.
 */
class DealBoardTest {

  @RegisterExtension final Funnel funnel = new Funnel();
  private final Board board = funnel.get(Board.class);
  private final DealDesk desk = funnel.get(DealDesk.class);

  @Test
  void aNewDealLiesOnTop() {
    var first = funnel.create("first");
    var second = funnel.create("second");
    assertThat(funnel.order(Funnel.NEW, Board.PAGE)).containsExactly(second, first);
    assertThat(funnel.fired()).contains(new DealChanged(funnel.organization(), second));
    assertThat(funnel.numbers("select count(*) from audit_event where type = 'deal.created'"))
        .containsExactly(2L);
  }

  @Test
  void sumsAreOfTheWholeColumnAndOfOneCurrencyEach() {
    for (int i = 0; i < Board.PAGE + 10; i++) {
      funnel.within(
          () ->
              desk.create(
                  Funnel.CLIENT,
                  null,
                  Funnel.NEW,
                  funnel.draft("deal", new BigDecimal("100.50"), "KGS"),
                  Funnel.AIGUL));
    }
    funnel.within(
        () ->
            desk.create(
                Funnel.CLIENT,
                null,
                Funnel.NEW,
                funnel.draft("deal", BigDecimal.TEN, "USD"),
                Funnel.BAKYT));
    funnel.create("without an amount");
    var totals = funnel.within(() -> board.totals(Funnel.PIPELINE, all()));
    assertThat(totals)
        .extracting(total -> total.currency() + " " + total.count() + " " + total.sum())
        .containsExactly("KGS 60 6030.00", "USD 1 10.00", "null 1 null");
    var mine = new DealFilter(Funnel.BAKYT, DealFilter.Whose.MINE, false, false, null);
    assertThat(funnel.within(() -> board.totals(Funnel.PIPELINE, mine)))
        .extracting(total -> total.currency() + " " + total.count())
        .containsExactly("USD 1");
  }

  @Test
  void theNextPageBeginsBehindTheLastCard() {
    for (int i = 0; i < Board.PAGE + 5; i++) {
      funnel.create("deal " + i);
    }
    var first = funnel.within(() -> board.first(Funnel.PIPELINE, all()));
    assertThat(first).hasSize(Board.PAGE + 1);
    var last = first.get(Board.PAGE - 1);
    var more =
        funnel.within(
            () -> board.behind(Funnel.NEW, new DealPlace(last.place(), last.id()), all()));
    assertThat(more).hasSize(5);
    assertThat(more.getFirst().id()).isEqualTo(first.getLast().id());
  }

  @Test
  void aFilterMeansTheSameForCardsAndForCounts() throws Exception {
    var deal = funnel.create("Song-Kul, three days");
    funnel.create("another");
    funnel.change(
        "update deal set stage_since = now() - interval '9 days' where title = 'another'");
    for (var filter :
        List.of(
            new DealFilter(1, DealFilter.Whose.ALL, false, false, "song-kul"),
            new DealFilter(1, DealFilter.Whose.ALL, true, false, null),
            new DealFilter(1, DealFilter.Whose.ALL, false, true, null),
            new DealFilter(1, DealFilter.Whose.FREE, false, false, null),
            new DealFilter(1, DealFilter.Whose.MINE_AND_FREE, false, false, "77010"))) {
      var cards = funnel.within(() -> board.first(Funnel.PIPELINE, filter)).size();
      var counted =
          funnel.within(() -> board.totals(Funnel.PIPELINE, filter)).stream()
              .mapToLong(total -> total.count())
              .sum();
      assertThat(counted).as(filter.toString()).isEqualTo(cards);
    }
    var found =
        funnel.within(
            () ->
                board.first(
                    Funnel.PIPELINE,
                    new DealFilter(1, DealFilter.Whose.ALL, false, false, "SONG")));
    assertThat(found).extracting(DealCard::id).containsExactly(deal);
    var rotten = new DealFilter(1, DealFilter.Whose.ALL, false, true, null);
    assertThat(funnel.within(() -> board.first(Funnel.PIPELINE, rotten)))
        .singleElement()
        .matches(DealCard::rotten);
  }

  @Test
  void aCardSaysItsProductAndTheTagsOfItsClient() throws Exception {
    var deal = funnel.create("for the family");
    funnel.change(
        "insert into product (organization_id, id, type, name) values (:o, 5, 'TOUR', 'Ala-Archa')");
    funnel.change(
        "insert into tag (organization_id, id, name) values (:o, 7, 'VIP'), (:o, 8, 'again')");
    funnel.change(
        "insert into client_tag (organization_id, client_id, tag_id) values (:o, 1, 7), (:o, 1, 8)");
    about(deal, 5L);
    var card = funnel.within(() -> board.first(Funnel.PIPELINE, all())).getFirst();
    assertThat(card.product().name()).isEqualTo("Ala-Archa");
    assertThat(card.tags()).containsExactly("again", "VIP");
    assertThat(funnel.card(deal)).isEqualTo(card);
    about(deal, 6L);
    assertThat(funnel.card(deal).product()).as("nothing of the catalogue").isNull();
    assertThat(funnel.card(made(5L)).product().name()).isEqualTo("Ala-Archa");
    assertThat(funnel.card(made(6L)).product()).as("nothing of the catalogue").isNull();
  }

  /** A deal that is about it from the beginning. */
  private long made(Long product) {
    return funnel.within(
        () -> desk.create(Funnel.CLIENT, null, Funnel.NEW, of(product), Funnel.AIGUL));
  }

  private static DealDraft of(Long product) {
    return new DealDraft("for the family", null, null, product, null, null, null);
  }

  private void about(long deal, Long product) {
    var draft = of(product);
    funnel.within(
        () -> {
          desk.edit(deal, funnel.card(deal).version(), draft, Funnel.AIGUL);
          return null;
        });
  }

  @Test
  void conversionSaysHowFarTheDealsCame() {
    funnel.move(funnel.create("stays"), 0, Funnel.CHOICE);
    var won = funnel.create("won");
    funnel.move(won, 0, Funnel.PAYMENT);
    funnel.create("new");
    funnel.create("new too");
    var conversion = funnel.within(() -> board.conversion(Funnel.PIPELINE, Duration.ofDays(90)));
    assertThat(conversion)
        .extracting(stage -> stage.stageId() + ": " + stage.reached() + ", " + stage.percent())
        .containsExactly("1: 4, 100", "2: 2, 50", "3: 1, 25", "4: 0, 0");
  }

  private static DealFilter all() {
    return DealFilter.everything(Funnel.AIGUL);
  }
}
