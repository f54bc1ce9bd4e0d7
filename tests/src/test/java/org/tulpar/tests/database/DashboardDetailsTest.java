package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.analytics.ConversationExport;
import org.tulpar.analytics.Dashboard;
import org.tulpar.analytics.Sales;
import org.tulpar.analytics.SalesFigures;
import org.tulpar.analytics.Urgent;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealFilter.Became;
import org.tulpar.deal.DealFilter.Whose;
import org.tulpar.deal.StageTotal;

/**
 * What stands beside the counted days: what waits now, the deals, and the file of all
 * conversations.
 */
class DashboardDetailsTest {

  @RegisterExtension final Counted counted = new Counted();

  @BeforeEach
  void prepare() throws SQLException {
    Week.fill(counted);
  }

  @Test
  void whatWaitsNowIsWhatItsListsShow() throws SQLException {
    counted.change(
        "update conversation set handler = 'WAITING_HUMAN', waiting_since = now() where id = 3 and organization_id = :o");
    counted.change(
        "update conversation set handler = 'HUMAN', assignee_id = 1 where id = 2 and organization_id = :o");
    counted.change(
        "insert into dead_letter (organization_id, message_id, conversation_id, channel_id, attempts) select :o, m.id, 1, :o, 1 from message m where m.organization_id = :o and m.conversation_id = 1 and m.author = 'BOT'");
    var needs = counted.within(() -> counted.get(Urgent.class).needs(Counted.AIGUL));
    assertThat(needs.waiting()).isEqualTo(1).isEqualTo(counted.listed(Urgent.WAITING).size());
    assertThat(needs.first()).isEqualTo("Client 3");
    assertThat(needs.unassigned()).isEqualTo(1).isEqualTo(counted.listed(Urgent.UNASSIGNED).size());
    assertThat(needs.failed()).isEqualTo(1).isEqualTo(counted.listed(Urgent.FAILED).size());
    assertThat(needs.closing()).isEqualTo(counted.listed(Urgent.CLOSING).size());
    assertThat(needs.rotten()).isEmpty();
  }

  @Test
  void whatWaitsForThePersonHerselfIsNotWhatWaitsForAnother() throws SQLException {
    funnel();
    counted.change(
        "update deal set owner_id = 1, next_step = 'call', next_step_at = now() - interval '1 hour' where id in (1, 2) and organization_id = :o");
    counted.change(
        "update deal set owner_id = 1, next_step = 'call', next_step_at = now() + interval '1 hour' where id = 6 and organization_id = :o");
    counted.change("update organization set first_answer_minutes = 10 where organization_id = :o");
    counted.change(
        "update conversation set handler = 'HUMAN', assignee_id = 1, waiting_since = '2026-11-18T10:00Z' where id = 2 and organization_id = :o");
    counted.change(
        "update conversation set handler = 'HUMAN', assignee_id = 1, waiting_since = '2026-11-18T11:59Z' where id = 3 and organization_id = :o");
    var hers = counted.within(() -> counted.get(Urgent.class).needs(Counted.AIGUL));
    assertThat(hers.steps()).singleElement().matches(one -> one.deals() == 1);
    assertThat(hers.promises()).isEqualTo(1).isEqualTo(counted.listed(Urgent.PROMISED).size());
    var his = counted.within(() -> counted.get(Urgent.class).needs(Counted.BAKYT));
    assertThat(his.steps()).isEmpty();
    assertThat(his.promises()).isZero();
  }

  @Test
  void dealsOfAPersonAreThoseOfHerBoard() throws SQLException {
    funnel();
    counted.change("update deal set owner_id = 2 where id in (2, 5, 6) and organization_id = :o");
    var period = counted.within(() -> counted.get(Dashboard.class).period(7));
    var sales = counted.within(() -> counted.get(SalesFigures.class).of(1, period, Counted.AIGUL));
    assertThat(sales.owners())
        .extracting(one -> one.name() + " " + one.open() + " " + one.won())
        .containsExactly(
            "Bakyt 1 Won[deals=2, sums={KGS=100.00, USD=50.00}]",
            "null 2 Won[deals=1, sums={KGS=200.00}]");
    var won = new DealFilter.Span(period.from(), period.to(), Became.WON);
    var board =
        counted.within(
            () ->
                counted
                    .get(Board.class)
                    .totals(1, DealFilter.of(Counted.AIGUL, won).ownedBy(Counted.BAKYT)));
    assertThat(board.stream().mapToLong(StageTotal::count).sum()).isEqualTo(2);
  }

  @Test
  void dealsAreCountedByTheBoardsOwnFiltersAndNoCurrencyIsAddedToAnother() throws SQLException {
    funnel();
    var period = counted.within(() -> counted.get(Dashboard.class).period(7));
    var sales = counted.within(() -> counted.get(SalesFigures.class).of(1, period, Counted.AIGUL));
    assertThat(sales.steps())
        .extracting(step -> step.name() + " " + step.reached() + " " + step.percent())
        .containsExactly("New 4 null", "Choice 3 75", "Won 2 67");
    for (var step : sales.steps()) {
      assertThat(
              deals(
                  new DealFilter.Span(
                      period.from(), period.to(), Became.MADE, step.stageId(), null)))
          .as(step.name())
          .isEqualTo(step.reached());
    }
    assertThat(sales.won().deals()).isEqualTo(3);
    assertThat(sales.won().sums().toString()).isEqualTo("{KGS=300.00, USD=50.00}");
    assertThat(deals(new DealFilter.Span(period.from(), period.to(), Became.WON))).isEqualTo(3);
    assertThat(sales.before().deals()).isZero();
    var rotten = counted.within(() -> counted.get(Urgent.class).needs(Counted.AIGUL)).rotten();
    assertThat(rotten).singleElement().matches(one -> one.deals() == 3);
    assertThat(rotten.getFirst().sums().toString()).isEqualTo("{KGS=27.00, USD=3.00}");
  }

  @Test
  void theFunnelOfAPersonAndAChannelIsThatOfItsBoard() throws SQLException {
    funnel();
    counted.change("update deal set owner_id = 2 where id in (2, 4, 5) and organization_id = :o");
    counted.change(
        "update deal set conversation_id = 1 where id in (1, 2) and organization_id = :o");
    counted.change(
        "update deal set conversation_id = 4 where id in (3, 4) and organization_id = :o");
    var everything = DealFilter.everything(Counted.AIGUL);
    var first = InboxFilter.of(InboxTab.ALL).in(counted.first());
    assertThat(steps(everything.ownedBy(Counted.BAKYT))).containsExactly(2L, 2L, 1L);
    assertThat(steps(everything.whose(Whose.FREE))).containsExactly(2L, 1L, 1L);
    assertThat(steps(everything.like(first))).containsExactly(2L, 1L, 1L);
    assertThat(steps(everything.like(first).ownedBy(Counted.BAKYT))).containsExactly(1L, 1L, 1L);
    assertThat(steps(everything)).containsExactly(4L, 3L, 2L);
  }

  /** How many deals came how far, each as many as its cards. */
  private List<Long> steps(DealFilter funnel) {
    var period = counted.within(() -> counted.get(Dashboard.class).period(7));
    var sales = counted.within(() -> counted.get(SalesFigures.class).of(1, period, funnel));
    for (var step : sales.steps()) {
      var reached =
          new DealFilter.Span(period.from(), period.to(), Became.MADE, step.stageId(), null);
      assertThat(deals(funnel.during(reached))).as(step.name()).isEqualTo(step.reached());
    }
    assertThat(sales.won().deals()).as("won by everybody").isEqualTo(3);
    return sales.steps().stream().map(Sales.Step::reached).toList();
  }

  @Test
  void lostDealsAreCountedByReasonAndByPersonAndEachNumberIsTheBoards() throws SQLException {
    funnel();
    counted.change(
        "insert into stage (organization_id, id, pipeline_id, name, kind, position) values (:o, 90, 1, 'Lost', 'LOST', 9)");
    counted.change(
        "insert into lost_reason (organization_id, id, name, archived) values (:o, 1, 'Dear', true), (:o, 2, 'Late', false)");
    counted.change(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title, owner_id, lost_reason_id, closed_at)"
            + " select :o, 100 + n, 1, 1, 90, 'lost', case when n < 3 then 2 end, case when n < 4 then 1 when n = 4 then 2 end,"
            + " (select max(closed_at) from deal where organization_id = :o) from generate_series(1, 5) n");
    var period = counted.within(() -> counted.get(Dashboard.class).period(7));
    var sales = counted.within(() -> counted.get(SalesFigures.class).of(1, period, Counted.AIGUL));
    assertThat(sales.lost())
        .extracting(one -> one.reasonId() + " " + one.name() + " " + one.deals())
        .containsExactly("1 Dear 3", "0 null 2", "2 Late 1");
    for (var one : sales.lost()) {
      assertThat(
              deals(
                  new DealFilter.Span(
                      period.from(), period.to(), Became.LOST, null, one.reasonId())))
          .as(one.name())
          .isEqualTo(one.deals());
    }
    assertThat(deals(new DealFilter.Span(period.from(), period.to(), Became.LOST))).isEqualTo(6);
    assertThat(sales.owners().stream().filter(one -> "Bakyt".equals(one.name())))
        .singleElement()
        .matches(one -> one.lost() == 2);
    assertThat(sales.won().deals()).as("what is lost is not won").isEqualTo(3);
    assertThat(counted.within(() -> counted.get(Board.class).lostReason(1))).hasValue("Dear");
  }

  @Test
  void theFileHasOneRowForEachConversation() throws SQLException {
    counted.change(
        "update client set name = '=HYPERLINK(1)' where id = 2 and organization_id = :o");
    var out = new StringWriter();
    var period = counted.within(() -> counted.get(Dashboard.class).period(7));
    counted.within(
        () -> {
          counted
              .get(ConversationExport.class)
              .write(
                  period,
                  List.of("id", "client", "alone", "median"),
                  line ->
                      List.of(
                          Long.toString(line.id()),
                          line.client(),
                          Boolean.toString(line.spoken().alone()),
                          String.valueOf(line.waited().median())),
                  ';',
                  Counted.AIGUL,
                  out);
          return null;
        });
    assertThat(out.toString().substring(1).lines())
        .containsExactly(
            "\"id\";\"client\";\"alone\";\"median\"",
            "\"1\";\"Client 1\";\"true\";\"null\"",
            "\"2\";\"'=HYPERLINK(1)\";\"false\";\"1800\"",
            "\"3\";\"Client 3\";\"false\";\"null\"",
            "\"4\";\"Client 4\";\"false\";\"120\"",
            "\"5\";\"Client 5\";\"false\";\"null\"");
  }

  /** Five deals of this week and one of long ago, which was won this week. */
  private void funnel() throws SQLException {
    counted.change(
        "insert into pipeline (organization_id, id, name, position) values (:o, 1, 'Tours', 1)");
    counted.change(
        """
        insert into stage (organization_id, id, pipeline_id, name, position, kind, rotten_days) values
          (:o, 1, 1, 'New', 1, 'OPEN', 3), (:o, 2, 1, 'Choice', 2, 'OPEN', 3), (:o, 3, 1, 'Won', 3, 'WON', null), (:o, 4, 1, 'Lost', 4, 'LOST', null)\
        """);
    deal(1, 1, "'2026-11-13T04:00Z'", "null", "7, 'KGS'", "1");
    deal(2, 3, "'2026-11-14T04:00Z'", "'2026-11-15T04:00Z'", "100, 'KGS'", "1, 2, 3");
    deal(3, 3, "'2026-11-14T04:00Z'", "'2026-11-18T04:00Z'", "200, 'KGS'", "1, 3");
    deal(4, 4, "'2026-11-14T04:00Z'", "'2026-11-18T04:00Z'", "900, 'KGS'", "1, 2, 4");
    deal(5, 3, "'2026-01-14T04:00Z'", "'2026-11-18T04:00Z'", "50, 'USD'", "1, 2, 3");
    deal(6, 2, "'2026-01-14T04:00Z'", "null", "20, 'KGS'", "1, 2");
    deal(7, 2, "'2026-01-14T04:00Z'", "null", "3, 'USD'", "1, 2");
    counted.change(
        "update deal set stage_since = now() - interval '9 days' where stage_id < 3 and organization_id = :o");
  }

  private void deal(long id, long stage, String made, String closed, String amount, String stages)
      throws SQLException {
    counted.change(
        "insert into deal (organization_id, id, client_id, pipeline_id, stage_id, title, created_at, closed_at, amount, currency)"
            + " values (:o, %d, 1, 1, %d, 'deal', %s, %s, %s)"
                .formatted(id, stage, made, closed, amount));
    counted.change(
        "insert into deal_stage_change (organization_id, deal_id, to_stage_id) select :o, %d, s from unnest(array[%s]) s"
            .formatted(id, stages));
  }

  private long deals(DealFilter.Span span) {
    return deals(DealFilter.of(Counted.AIGUL, span));
  }

  private long deals(DealFilter filter) {
    return counted.within(() -> counted.get(Board.class).totals(1, filter)).stream()
        .mapToLong(StageTotal::count)
        .sum();
  }
}
