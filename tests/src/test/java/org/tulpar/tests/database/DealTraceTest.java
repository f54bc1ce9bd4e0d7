package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealDesk;
import org.tulpar.deal.DealDraft;
import org.tulpar.deal.DealEvent;
import org.tulpar.deal.DealMove;
import org.tulpar.deal.DealStale;

/** What was done to a deal stays: by whom, and what became of what. */
class DealTraceTest {

  @RegisterExtension final Funnel funnel = new Funnel();
  private final Board board = funnel.get(Board.class);
  private final DealDesk desk = funnel.get(DealDesk.class);

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

  private void wins(long deal, int version, long stage, BigDecimal amount, String currency) {
    funnel.within(
        () ->
            desk.move(
                new DealMove(deal, version, stage, null, null, null, amount, currency),
                Funnel.AIGUL));
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
}
