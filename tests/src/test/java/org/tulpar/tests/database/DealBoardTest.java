package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.DealChanged;
import org.tulpar.deal.DealDesk;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealIncomplete;
import org.tulpar.deal.DealMove;
import org.tulpar.deal.DealPlace;
import org.tulpar.deal.DealStale;
import org.tulpar.deal.DealUnknown;

/** The board through the application's own classes, against the database as it is. */
class DealBoardTest {

  private final Funnel funnel = new Funnel();
  private final Board board = funnel.get(Board.class);
  private final DealDesk desk = funnel.get(DealDesk.class);

  @BeforeEach
  void prepare() throws Exception {
    funnel.prepare();
  }

  @AfterEach
  void close() {
    funnel.close();
  }

  @Test
  void aNewDealLiesOnTop() {
    var first = create("first");
    var second = create("second");
    assertThat(order(Funnel.NEW)).containsExactly(second, first);
    assertThat(funnel.fired()).contains(new DealChanged(funnel.organization(), second));
    assertThat(funnel.numbers("select count(*) from audit_event where type = 'deal.created'"))
        .containsExactly(2L);
  }

  @Test
  void aCardLiesExactlyWhereItWasDropped() {
    var c = create("c");
    var b = create("b");
    var a = create("a");
    var dropped = create("dropped");
    move(dropped, Funnel.NEW, b, c);
    assertThat(order(Funnel.NEW)).containsExactly(a, b, dropped, c);
    move(dropped, Funnel.NEW, null, a);
    assertThat(order(Funnel.NEW)).containsExactly(dropped, a, b, c);
    move(dropped, Funnel.NEW, c, null);
    assertThat(order(Funnel.NEW)).containsExactly(a, b, c, dropped);
  }

  /** Far more halvings than a gap has room for; nobody else's card changes its version. */
  @Test
  void thePlaceBetweenTwoCardsIsNeverUsedUp() {
    var bottom = create("bottom");
    var top = create("top");
    var expected = new ArrayList<Long>();
    for (int i = 0; i < 100; i++) {
      var next = create("card");
      move(next, Funnel.NEW, top, expected.isEmpty() ? bottom : expected.getFirst());
      expected.addFirst(next);
    }
    expected.addFirst(top);
    expected.addLast(bottom);
    assertThat(order(Funnel.NEW, expected.size())).isEqualTo(expected);
    assertThat(card(bottom).version()).isZero();
  }

  @Test
  void whereTheNeighbourIsGoneTheOtherOneCounts() {
    var c = create("c");
    var b = create("b");
    var a = create("a");
    var dropped = create("dropped");
    move(b, Funnel.CHOICE, null, null);
    move(dropped, Funnel.NEW, b, c);
    assertThat(order(Funnel.NEW)).containsExactly(a, dropped, c);
  }

  @Test
  void ofTwoWhoMoveOneCardAtOnceOneIsToldThatItMoved() throws Exception {
    for (int round = 0; round < 10; round++) {
      var deal = create("wanted by two");
      var version = card(deal).version();
      var answers =
          atOnce(
              () -> desk.move(DealMove.to(deal, version, Funnel.CHOICE, null, null), Funnel.AIGUL),
              () ->
                  desk.move(DealMove.to(deal, version, Funnel.PAYMENT, null, null), Funnel.BAKYT));
      assertThat(answers).filteredOn(DealStale.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(Integer.class::isInstance).containsExactly(version + 1);
      assertThat(within(() -> board.history(deal))).hasSize(2);
    }
  }

  @Test
  void twoWhoDropIntoOneGapGetTwoPlaces() throws Exception {
    var bottom = create("bottom");
    var top = create("top");
    var one = create("one");
    var two = create("two");
    atOnce(
        () -> desk.move(DealMove.to(one, 0, Funnel.NEW, top, bottom), Funnel.AIGUL),
        () -> desk.move(DealMove.to(two, 0, Funnel.NEW, top, bottom), Funnel.BAKYT));
    var order = order(Funnel.NEW);
    assertThat(order).startsWith(top).endsWith(bottom).contains(one, two);
    assertThat(card(one).place()).isNotEqualTo(card(two).place());
  }

  @Test
  void whatAnotherPersonWroteIsNotOverwritten() {
    var deal = create("deal");
    var draft = funnel.draft("renamed", null, null);
    within(() -> desk.edit(deal, 0, draft));
    assertThatThrownBy(() -> within(() -> desk.edit(deal, 0, funnel.draft("late", null, null))))
        .isInstanceOf(DealStale.class);
    assertThatThrownBy(() -> move(deal, 0, Funnel.CHOICE)).isInstanceOf(DealStale.class);
    assertThat(card(deal).title()).isEqualTo("renamed");
  }

  @Test
  void aLostDealHasAReason() {
    var deal = create("deal");
    assertThatThrownBy(() -> move(deal, 0, Funnel.LOST)).isInstanceOf(DealIncomplete.class);
    var lost = new DealMove(deal, 0, Funnel.LOST, null, null, Funnel.EXPENSIVE, null, null);
    within(() -> desk.move(lost, Funnel.AIGUL));
    assertThat(funnel.numbers("select lost_reason_id from deal where closed_at is not null"))
        .containsExactly(Funnel.EXPENSIVE);
    move(deal, 1, Funnel.NEW);
    assertThat(funnel.numbers("select count(*) from deal where lost_reason_id is null"))
        .containsExactly(1L);
  }

  @Test
  void aWonDealHasAnAmount() {
    var deal = create("deal");
    assertThatThrownBy(() -> move(deal, 0, Funnel.WON)).isInstanceOf(DealIncomplete.class);
    var ten = new BigDecimal("10.00");
    within(
        () ->
            desk.move(
                new DealMove(deal, 0, Funnel.WON, null, null, null, ten, "USD"), Funnel.AIGUL));
    assertThat(card(deal).amount()).isEqualTo(ten);
    assertThat(card(deal).currency()).isEqualTo("USD");
  }

  @Test
  void everyStepIsKept() {
    var deal = create("deal");
    move(deal, 0, Funnel.CHOICE);
    move(deal, 1, Funnel.CHOICE);
    var history = within(() -> board.history(deal));
    assertThat(history).hasSize(2);
    assertThat(history.getFirst().from()).isEqualTo("New");
    assertThat(history.getFirst().to()).isEqualTo("Choice");
    assertThat(history.getFirst().by()).isEqualTo("Aigul");
    assertThat(
            funnel.numbers(
                "select (data ->> 'to')::bigint from audit_event where type ="
                    + " 'deal.stage_changed'"))
        .containsExactly(Funnel.CHOICE);
  }

  @Test
  void sumsAreOfTheWholeColumnAndOfOneCurrencyEach() {
    for (int i = 0; i < Board.PAGE + 10; i++) {
      within(
          () ->
              desk.create(
                  Funnel.CLIENT,
                  null,
                  Funnel.NEW,
                  funnel.draft("deal", new BigDecimal("100.50"), "KGS"),
                  Funnel.AIGUL));
    }
    within(
        () ->
            desk.create(
                Funnel.CLIENT,
                null,
                Funnel.NEW,
                funnel.draft("deal", BigDecimal.TEN, "USD"),
                Funnel.BAKYT));
    create("without an amount");
    var totals = within(() -> board.totals(Funnel.PIPELINE, all()));
    assertThat(totals)
        .extracting(total -> total.currency() + " " + total.count() + " " + total.sum())
        .containsExactly("KGS 60 6030.00", "USD 1 10.00", "null 1 null");
    var mine = new DealFilter(Funnel.BAKYT, DealFilter.Whose.MINE, null, false, false, null);
    assertThat(within(() -> board.totals(Funnel.PIPELINE, mine)))
        .extracting(total -> total.currency() + " " + total.count())
        .containsExactly("USD 1");
  }

  @Test
  void theNextPageBeginsBehindTheLastCard() {
    for (int i = 0; i < Board.PAGE + 5; i++) {
      create("deal " + i);
    }
    var first = within(() -> board.first(Funnel.PIPELINE, all()));
    assertThat(first).hasSize(Board.PAGE + 1);
    var last = first.get(Board.PAGE - 1);
    var more =
        within(() -> board.behind(Funnel.NEW, new DealPlace(last.place(), last.id()), all()));
    assertThat(more).hasSize(5);
    assertThat(more.getFirst().id()).isEqualTo(first.getLast().id());
  }

  @Test
  void aFilterMeansTheSameForCardsAndForCounts() throws Exception {
    var deal = create("Song-Kul, three days");
    create("another");
    funnel.change(
        "update deal set stage_since = now() - interval '9 days' where title = 'another'");
    for (var filter :
        List.of(
            new DealFilter(1, DealFilter.Whose.ALL, null, false, false, "song-kul"),
            new DealFilter(1, DealFilter.Whose.ALL, null, true, false, null),
            new DealFilter(1, DealFilter.Whose.ALL, null, false, true, null),
            new DealFilter(1, DealFilter.Whose.FREE, null, false, false, null),
            new DealFilter(1, DealFilter.Whose.MINE_AND_FREE, null, false, false, "77010"))) {
      var cards = within(() -> board.first(Funnel.PIPELINE, filter)).size();
      var counted =
          within(() -> board.totals(Funnel.PIPELINE, filter)).stream()
              .mapToLong(total -> total.count())
              .sum();
      assertThat(counted).as(filter.toString()).isEqualTo(cards);
    }
    var found =
        within(
            () ->
                board.first(
                    Funnel.PIPELINE,
                    new DealFilter(1, DealFilter.Whose.ALL, null, false, false, "SONG")));
    assertThat(found).extracting(DealCard::id).containsExactly(deal);
    var rotten = new DealFilter(1, DealFilter.Whose.ALL, null, false, true, null);
    assertThat(within(() -> board.first(Funnel.PIPELINE, rotten)))
        .singleElement()
        .matches(DealCard::rotten);
  }

  @Test
  void conversionSaysHowFarTheDealsCame() {
    move(create("stays"), 0, Funnel.CHOICE);
    var won = create("won");
    move(won, 0, Funnel.PAYMENT);
    create("new");
    create("new too");
    var conversion = within(() -> board.conversion(Funnel.PIPELINE, Duration.ofDays(90)));
    assertThat(conversion)
        .extracting(stage -> stage.stageId() + ": " + stage.reached() + ", " + stage.percent())
        .containsExactly("1: 4, 100", "2: 2, 50", "3: 1, 25", "4: 0, 0");
  }

  @Test
  void aDealOfAnotherOrganizationDoesNotExist() throws Exception {
    var deal = create("ours");
    try (var other = new Funnel()) {
      other.prepare();
      assertThat(other.within(() -> other.get(Board.class).card(deal))).isEmpty();
      assertThatThrownBy(
              () ->
                  other.within(
                      () ->
                          other
                              .get(DealDesk.class)
                              .move(DealMove.to(deal, 0, Funnel.CHOICE, null, null), 1)))
          .isInstanceOf(DealUnknown.class);
    }
  }

  /** The answers of both; a refusal is an answer. */
  private List<Object> atOnce(Callable<Integer> one, Callable<Integer> two) throws Exception {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var answers = new ArrayList<Object>();
      for (var answer :
          List.of(begin(threads::submit, start, one), begin(threads::submit, start, two))) {
        try {
          answers.add(answer.get());
        } catch (ExecutionException e) {
          answers.add(e.getCause());
        }
      }
      return answers;
    }
  }

  private interface Start {
    Future<Integer> of(Callable<Integer> work);
  }

  private Future<Integer> begin(Start threads, CyclicBarrier start, Callable<Integer> work) {
    return threads.of(
        () -> {
          start.await();
          return funnel.calling(work);
        });
  }

  private long create(String title) {
    return within(
        () ->
            desk.create(
                Funnel.CLIENT, null, Funnel.NEW, funnel.draft(title, null, null), Funnel.AIGUL));
  }

  private void move(long deal, long stage, Long after, Long before) {
    var version = card(deal).version();
    within(() -> desk.move(DealMove.to(deal, version, stage, after, before), Funnel.AIGUL));
  }

  private void move(long deal, int version, long stage) {
    within(() -> desk.move(DealMove.to(deal, version, stage, null, null), Funnel.AIGUL));
  }

  private DealCard card(long deal) {
    return within(() -> board.card(deal)).orElseThrow();
  }

  private List<Long> order(long stage) {
    return order(stage, Board.PAGE);
  }

  private List<Long> order(long stage, int most) {
    return funnel.numbers(
        "select id from deal where stage_id = %d order by board_position, id limit %d"
            .formatted(stage, most));
  }

  private static DealFilter all() {
    return DealFilter.everything(Funnel.AIGUL);
  }

  private <T> T within(java.util.function.Supplier<T> work) {
    return funnel.within(work);
  }

  private void within(Runnable work) {
    funnel.within(
        () -> {
          work.run();
          return null;
        });
  }
}
