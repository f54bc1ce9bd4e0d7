package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealChanged;
import org.tulpar.deal.DealDesk;
import org.tulpar.deal.DealDraft;
import org.tulpar.deal.DealEvent;
import org.tulpar.deal.DealIncomplete;
import org.tulpar.deal.DealMove;
import org.tulpar.deal.DealStale;
import org.tulpar.deal.DealUnknown;

/**
 * What may be done to a deal on the board, and that nobody's move is lost in another's, through the
 * application's own classes.
 */
class DealMovesTest {

  @RegisterExtension final Funnel funnel = new Funnel();
  private final Board board = funnel.get(Board.class);
  private final DealDesk desk = funnel.get(DealDesk.class);

  @Test
  void aCardLiesExactlyWhereItWasDropped() {
    var c = funnel.create("c");
    var b = funnel.create("b");
    var a = funnel.create("a");
    var dropped = funnel.create("dropped");
    funnel.move(dropped, Funnel.NEW, b, c);
    assertThat(funnel.order(Funnel.NEW, Board.PAGE)).containsExactly(a, b, dropped, c);
    funnel.move(dropped, Funnel.NEW, null, a);
    assertThat(funnel.order(Funnel.NEW, Board.PAGE)).containsExactly(dropped, a, b, c);
    funnel.move(dropped, Funnel.NEW, c, null);
    assertThat(funnel.order(Funnel.NEW, Board.PAGE)).containsExactly(a, b, c, dropped);
  }

  /** Far more halvings than a gap has room for; nobody else's card changes its version. */
  @Test
  void thePlaceBetweenTwoCardsIsNeverUsedUp() {
    var bottom = funnel.create("bottom");
    var top = funnel.create("top");
    var expected = new ArrayList<Long>();
    for (int i = 0; i < 100; i++) {
      var next = funnel.create("card");
      funnel.move(next, Funnel.NEW, top, expected.isEmpty() ? bottom : expected.getFirst());
      expected.addFirst(next);
    }
    expected.addFirst(top);
    expected.addLast(bottom);
    assertThat(funnel.order(Funnel.NEW, expected.size())).isEqualTo(expected);
    assertThat(funnel.card(bottom).version()).isZero();
  }

  /** Whoever has the column before her sorts the next card among the places she knows. */
  @Test
  void whoMovedApartIsNewsToo() {
    var below = funnel.create("bottom");
    var top = funnel.create("top");
    var place = funnel.card(below).place();
    for (int i = 0; i < 100 && funnel.card(below).place() == place; i++) {
      var next = funnel.create("card");
      funnel.move(next, Funnel.NEW, top, below);
      if (funnel.card(below).place() == place) {
        below = next;
        place = funnel.card(next).place();
      }
    }
    assertThat(funnel.card(below).place()).isNotEqualTo(place);
    assertThat(funnel.fired())
        .as("it was made, moved, and it moved apart")
        .filteredOn(new DealChanged(funnel.organization(), below)::equals)
        .hasSize(3);
  }

  @Test
  void whereTheNeighbourIsGoneTheOtherOneCounts() {
    var c = funnel.create("c");
    var b = funnel.create("b");
    var a = funnel.create("a");
    var dropped = funnel.create("dropped");
    funnel.move(b, Funnel.CHOICE, null, null);
    funnel.move(dropped, Funnel.NEW, b, c);
    assertThat(funnel.order(Funnel.NEW, Board.PAGE)).containsExactly(a, dropped, c);
  }

  @Test
  void ofTwoWhoMoveOneCardAtOnceOneIsToldThatItMoved() throws Exception {
    for (int round = 0; round < 10; round++) {
      var deal = funnel.create("wanted by two");
      var version = funnel.card(deal).version();
      var answers =
          atOnce(
              () -> desk.move(DealMove.to(deal, version, Funnel.CHOICE, null, null), Funnel.AIGUL),
              () ->
                  desk.move(DealMove.to(deal, version, Funnel.PAYMENT, null, null), Funnel.BAKYT));
      assertThat(answers).filteredOn(DealStale.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(Integer.class::isInstance).containsExactly(version + 1);
      assertThat(funnel.within(() -> board.history(deal))).hasSize(2);
    }
  }

  @Test
  void twoWhoDropIntoOneGapGetTwoPlaces() throws Exception {
    var bottom = funnel.create("bottom");
    var top = funnel.create("top");
    var one = funnel.create("one");
    var two = funnel.create("two");
    atOnce(
        () -> desk.move(DealMove.to(one, 0, Funnel.NEW, top, bottom), Funnel.AIGUL),
        () -> desk.move(DealMove.to(two, 0, Funnel.NEW, top, bottom), Funnel.BAKYT));
    var order = funnel.order(Funnel.NEW, Board.PAGE);
    assertThat(order).startsWith(top).endsWith(bottom).contains(one, two);
    assertThat(funnel.card(one).place()).isNotEqualTo(funnel.card(two).place());
  }

  @Test
  void whatAnotherPersonWroteIsNotOverwritten() {
    var deal = funnel.create("deal");
    funnel.edit(deal, 0, "renamed");
    assertThatThrownBy(() -> funnel.edit(deal, 0, "late")).isInstanceOf(DealStale.class);
    assertThatThrownBy(() -> funnel.move(deal, 0, Funnel.CHOICE)).isInstanceOf(DealStale.class);
    assertThat(funnel.card(deal).title()).isEqualTo("renamed");
  }

  @Test
  void aLostDealHasAReason() {
    var deal = funnel.create("deal");
    assertThatThrownBy(() -> funnel.move(deal, 0, Funnel.LOST)).isInstanceOf(DealIncomplete.class);
    var lost = new DealMove(deal, 0, Funnel.LOST, null, null, Funnel.EXPENSIVE, null, null);
    funnel.within(() -> desk.move(lost, Funnel.AIGUL));
    assertThat(funnel.numbers("select lost_reason_id from deal where closed_at is not null"))
        .containsExactly(Funnel.EXPENSIVE);
    funnel.move(deal, 1, Funnel.NEW);
    assertThat(funnel.numbers("select count(*) from deal where lost_reason_id is null"))
        .containsExactly(1L);
  }

  @Test
  void aWonDealHasAnAmount() {
    var deal = funnel.create("deal");
    assertThatThrownBy(() -> funnel.move(deal, 0, Funnel.WON)).isInstanceOf(DealIncomplete.class);
    var ten = new BigDecimal("10.00");
    funnel.within(
        () ->
            desk.move(
                new DealMove(deal, 0, Funnel.WON, null, null, null, ten, "USD"), Funnel.AIGUL));
    assertThat(funnel.card(deal).amount()).isEqualTo(ten);
    assertThat(funnel.card(deal).currency()).isEqualTo("USD");
  }

  @Test
  void whatADealIsWonForStaysFromWhatToWhat() {
    var deal = funnel.create("deal");
    writes(deal, "deal", "72000", null, Funnel.AIGUL, null, null);
    wins(deal, 1, Funnel.WON, new BigDecimal("72000"), "KGS");
    funnel.move(deal, 2, Funnel.NEW);
    wins(deal, 3, Funnel.WON, new BigDecimal("500.5"), "USD");
    var changes = funnel.within(() -> board.history(deal)).stream().map(DealEvent::changes);
    assertThat(changes.filter(one -> !one.isEmpty()))
        .as("the same amount is no change")
        .containsExactly(
            Map.of("amount.from", "72000.00 KGS", "amount.to", "500.50 USD"),
            Map.of("amount.to", "72000.00 KGS"));
    assertThat(
            funnel.numbers(
                "select count(*) from audit_event where type = 'deal.edited' and area = 'DEALS'"
                    + " and user_id = 1 and client_id = 1 and conversation_id = 1"))
        .containsExactly(1L);
  }

  private void wins(long deal, int version, long stage, BigDecimal amount, String currency) {
    funnel.within(
        () ->
            desk.move(
                new DealMove(deal, version, stage, null, null, null, amount, currency),
                Funnel.AIGUL));
  }

  @Test
  void everyStepIsKept() {
    var deal = funnel.create("deal");
    funnel.move(deal, 0, Funnel.CHOICE);
    funnel.move(deal, 1, Funnel.CHOICE);
    var history = funnel.within(() -> board.history(deal));
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
  void whatIsWrittenStaysWithWhoWroteItFromWhatToWhat() throws Exception {
    funnel.change(
        "insert into product (organization_id, id, type, name) values (:o, 5, 'TOUR', 'Ala-Archa')");
    var at = Instant.parse("2026-12-01T10:00:00Z");
    var deal = funnel.create("Lake");
    writes(deal, "Lake", "72000", 5L, Funnel.BAKYT, "Call", at);
    writes(deal, "Pass", "500.5", null, Funnel.BAKYT, "Call", null);
    funnel.move(deal, 2, Funnel.CHOICE);
    var history = funnel.within(() -> board.history(deal));
    assertThat(history)
        .extracting(event -> event.from() + " " + event.to() + " " + event.by())
        .containsExactly(
            "New Choice Aigul", "null null Bakyt", "null null Bakyt", "null New Aigul");
    assertThat(history.get(0).changes()).isEmpty();
    assertThat(history.get(1).changes())
        .containsOnly(
            entry("title.from", "Lake"),
            entry("title.to", "Pass"),
            entry("amount.from", "72000.00 KGS"),
            entry("amount.to", "500.50 KGS"),
            entry("product.from", "Ala-Archa"),
            entry("at.from", "2026-12-01T10:00:00Z"));
    assertThat(history.get(2).changes())
        .containsOnly(
            entry("amount.to", "72000.00 KGS"),
            entry("owner.from", "Aigul"),
            entry("owner.to", "Bakyt"),
            entry("product.to", "Ala-Archa"),
            entry("step.to", "Call"),
            entry("at.to", "2026-12-01T10:00:00Z"));
    assertThat(
            funnel.numbers(
                "select count(*) from audit_event where type = 'deal.edited' and area = 'DEALS'"
                    + " and user_id = 2 and client_id = 1 and conversation_id = 1"))
        .containsExactly(2L);
  }

  @Test
  void whereNothingIsWrittenOtherwiseNothingIsKept() throws Exception {
    var at = Instant.parse("2026-12-01T10:00:00Z");
    var deal = funnel.create("Lake");
    writes(deal, "Lake", "72000", null, Funnel.AIGUL, "Call", at);
    funnel.change(
        "update deal set next_step_at = next_step_at + interval '30 seconds' where"
            + " organization_id = :o");
    writes(deal, "Lake", "72000.00", null, Funnel.AIGUL, "Call", at);
    assertThatThrownBy(() -> funnel.edit(deal, 0, "late")).isInstanceOf(DealStale.class);
    assertThat(funnel.numbers("select count(*) from audit_event where type = 'deal.edited'"))
        .containsExactly(1L);
  }

  /** Whoever has the same name is another person. */
  @Test
  void anOwnerOfTheSameNameIsAnother() throws Exception {
    funnel.change("update users set name = 'Aigul' where organization_id = :o");
    var deal = funnel.create("Lake");
    writes(deal, "Lake", null, null, Funnel.BAKYT, null, null);
    assertThat(funnel.within(() -> board.history(deal)).getFirst().changes())
        .containsOnly(entry("owner.from", "Aigul"), entry("owner.to", "Aigul"));
  }

  private void writes(
      long deal, String title, String amount, Long product, long owner, String step, Instant at) {
    var draft =
        new DealDraft(
            title, amount == null ? null : new BigDecimal(amount), "KGS", product, owner, step, at);
    funnel.within(
        () -> {
          desk.edit(deal, funnel.card(deal).version(), draft, Funnel.BAKYT);
          return null;
        });
  }

  @Test
  void aDealOfAnotherOrganizationDoesNotExist() throws Exception {
    var deal = funnel.create("ours");
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
}
