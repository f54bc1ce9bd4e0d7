package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealFilter.Became;

/** How the board is read where it is long and others have longer ones. */
class DealPlanTest {

  private static final int DEALS = 2_000;
  private static final int OTHERS = 10_000;

  private static final Explained EXPLAINED = new Explained();
  private static final Funnel FUNNEL = new Funnel(EXPLAINED);
  private static final Funnel OTHER = new Funnel();

  @BeforeAll
  static void fill() throws SQLException {
    fill(FUNNEL, DEALS);
    fill(OTHER, OTHERS);
    for (var table :
        List.of(
            "client",
            "conversation",
            "deal",
            "client_tag",
            "deal_stage_change",
            "audit_event",
            "message",
            "extracted_fact")) {
      FUNNEL.change("vacuum analyze " + table);
    }
    EXPLAINED.listen();
  }

  private static void fill(Funnel funnel, int deals) throws SQLException {
    funnel.prepare();
    funnel.change(
        "insert into client (organization_id, id, name, language) select :o, n, 'Client ' || n,"
            + " case n % 7 when 0 then 'de' else 'ru' end from generate_series(2, "
            + deals
            + ") n");
    funnel.change(
        "insert into conversation (organization_id, id, client_id, channel_id, address,"
            + " assignee_id) select :o, n, n, :o, 'a' || n, 1 + n % 2 from generate_series(2, "
            + deals
            + ") n");
    funnel.change(
        "insert into deal (organization_id, id, client_id, conversation_id, pipeline_id, stage_id,"
            + " title, owner_id, board_position, next_step_at) select :o, n, n, n, 1, 1 + n % 3,"
            + " 'deal', 1 + n % 2, n, now() + interval '1 minute' * (n - 100) from"
            + " generate_series(2, "
            + deals
            + ") n");
    funnel.change(
        "insert into deal_stage_change (organization_id, deal_id, to_stage_id) select :o, n, 1 from"
            + " generate_series(2, "
            + deals
            + ") n");
    funnel.change(
        "insert into audit_event (organization_id, type, client_id, data) select :o, 'deal.edited',"
            + " n, jsonb_build_object('deal', n, 'step.to', 'Call') from generate_series(2, "
            + deals
            + ") n");
    funnel.change(
        "insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)"
            + " select :o, n, n, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', 'In July', now() from generate_series(2, "
            + deals
            + ") n");
    funnel.change(
        "insert into extracted_fact (organization_id, conversation_id, message_id, kind, text, quote)"
            + " select :o, n, n, 'DATES', 'July', 'July' from generate_series(2, "
            + deals
            + ") n");
    funnel.change("insert into tag (organization_id, id, name) values (:o, 7, 'VIP')");
    funnel.change(
        "insert into client_tag (organization_id, client_id, tag_id) select :o, n, 7 from"
            + " generate_series(2, 200) n");
  }

  @AfterAll
  static void empty() throws SQLException {
    for (var funnel : List.of(FUNNEL, OTHER)) {
      for (var table :
          List.of("audit_event", "deal", "message", "conversation", "client_tag", "client")) {
        funnel.change("delete from %s where organization_id = :o".formatted(table));
      }
      funnel.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "manager, 2",
    "channel, 00000000-0000-4000-8000-000000000007",
    "state, FAILED",
    "state, CLOSING",
    "tag, 7",
    "lang, de"
  })
  void aNarrowedBoardIsReadByIndexes(String name, String value) {
    var filter = InboxFilter.of(Map.of(name, value)::get, InboxTab.ALL);
    read(DealFilter.everything(Funnel.AIGUL).like(filter));
  }

  /** The days are those in which every deal of theirs was made: the longest funnel there is. */
  @Test
  void theFunnelOfAPersonAndAChannelIsReadByIndexesInOneQuestion() {
    var today = LocalDate.now(ZoneOffset.UTC);
    var made = new DealFilter.Span(today.minusDays(90), today.plusDays(1), Became.MADE);
    var channel = InboxFilter.of(InboxTab.ALL).in(FUNNEL.organization().value());
    var hers = DealFilter.everything(Funnel.AIGUL).ownedBy(Funnel.BAKYT).like(channel);
    EXPLAINED.forget();
    var board = FUNNEL.get(Board.class);
    var steps = FUNNEL.within(() -> board.conversion(Funnel.PIPELINE, hers.during(made)));
    assertThat(steps.getFirst().reached()).isEqualTo(DEALS / 2 - 1);
    assertThat(EXPLAINED.plans())
        .singleElement()
        .asString()
        .contains("deal_cohort")
        .doesNotContainPattern("Seq Scan on (deal|conversation|deal_stage_change)\\b");
    assertThat(EXPLAINED.millis()).as("milliseconds").isLessThan(500);
  }

  @Test
  void whatIsOverdueIsReadByIndexes() {
    read(DealFilter.overdue(Funnel.BAKYT));
    assertThat(EXPLAINED.plans().getLast()).contains("deal_step");
  }

  @Test
  void theHistoryOfADealIsReadByIndexesInOneQuestion() {
    EXPLAINED.forget();
    var board = FUNNEL.get(Board.class);
    assertThat(FUNNEL.within(() -> board.history(7))).hasSize(2);
    assertThat(EXPLAINED.plans())
        .singleElement()
        .asString()
        .contains("audit_event_deal", "deal_stage_change_deal")
        .doesNotContainPattern("Seq Scan on (audit_event|deal_stage_change)");
  }

  /** Each client of the cards by itself, and not everybody's reasons for each. */
  @Test
  void whatClientsHaveToldIsLookedUpForTheCardsOnly() {
    read(DealFilter.everything(Funnel.AIGUL));
    assertThat(EXPLAINED.plans())
        .anyMatch(plan -> plan.contains("extracted_fact_conversation"))
        .noneMatch(plan -> plan.contains("Bitmap Heap Scan on extracted_fact"));
  }

  private static void read(DealFilter filter) {
    EXPLAINED.forget();
    var board = FUNNEL.get(Board.class);
    FUNNEL.within(() -> board.first(Funnel.PIPELINE, filter));
    FUNNEL.within(() -> board.totals(Funnel.PIPELINE, filter));
    assertThat(EXPLAINED.plans())
        .hasSize(2)
        .noneMatch(
            plan ->
                plan.matches(
                    "(?s).*Seq Scan on (client|conversation|deal|message|extracted_fact)\\b.*"));
    assertThat(EXPLAINED.millis()).as("milliseconds").isLessThan(500);
  }
}
