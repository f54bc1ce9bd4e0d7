package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
