package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.analytics.ConversationExport;
import org.tulpar.analytics.Dashboard;
import org.tulpar.analytics.Figures.Dialogues;
import org.tulpar.analytics.SalesFigures;
import org.tulpar.analytics.Urgent;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.conversation.list.InboxSpan;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.StageTotal;

/** Every figure of the dashboard, and that it is the number of rows its link leads to. */
class DashboardTest {

  private static final String WHY = "system.handed_over.loop";

  private final Counted counted = new Counted();

  @BeforeEach
  void prepare() throws SQLException {
    counted.prepare();
    // answered by the bot alone
    counted
        .conversation(1, counted.first())
        .client(1, "2026-11-17T10:00")
        .bot(1, "2026-11-17T10:01");
    counted.client(1, "2026-11-18T10:00").bot(1, "2026-11-18T10:01");
    // handed over, then answered
    counted.conversation(2, counted.first()).client(2, "2026-11-17T10:00");
    counted.handedOver(2, "2026-11-17T10:00:05", WHY);
    counted.person(2, "2026-11-17T10:30:05", Counted.AIGUL);
    // handed over, not answered
    counted.conversation(3, counted.second()).client(3, "2026-11-18T10:00");
    counted.handedOver(3, "2026-11-18T10:00:05", "system.handed_over.no_agent");
    // a person's from the beginning, answered from the telephone
    counted.conversation(4, counted.second()).client(4, "2026-11-16T10:00");
    counted.person(4, "2026-11-16T10:02", null);
    // nobody answered
    counted.conversation(5, counted.second()).client(5, "2026-11-12T10:00");
    // the period before
    counted
        .conversation(6, counted.first())
        .client(6, "2026-11-05T10:00")
        .bot(6, "2026-11-05T10:01");
    counted.count();
  }

  @AfterEach
  void close() {
    counted.close();
  }

  @Test
  void dialoguesAreCountedByWhatBecameOfThem() {
    var figures = counted.figures(7);
    assertThat(figures.period().from()).isEqualTo(LocalDate.parse("2026-11-12"));
    assertThat(figures.whole().dialogues()).isEqualTo(new Dialogues(5, 1, 2));
    assertThat(figures.whole().dialogues().share()).isEqualTo(20);
    assertThat(figures.before().dialogues()).isEqualTo(new Dialogues(1, 1, 0));
    assertThat(counted.figures(30).whole().dialogues()).isEqualTo(new Dialogues(6, 2, 2));
  }

  @Test
  void everyNumberOfDialoguesIsThatOfItsList() {
    for (int days : new int[] {7, 30, 90}) {
      var figures = counted.figures(days);
      var all = figures.whole();
      assertThat(counted.listed(of(figures.period(), InboxOutcome.ASKED)))
          .hasSize((int) all.dialogues().asked());
      assertThat(counted.listed(of(figures.period(), InboxOutcome.BOT_ALONE)))
          .hasSize((int) all.dialogues().alone())
          .contains(1L);
      assertThat(counted.listed(of(figures.period(), InboxOutcome.HANDED_OVER)))
          .hasSize((int) all.dialogues().handedOver());
      assertThat(counted.listed(of(figures.period(), InboxOutcome.ANSWERED)))
          .hasSize((int) all.waits().conversations());
    }
  }

  @Test
  void everyNumberOfAChannelIsThatOfItsList() {
    var figures = counted.figures(30);
    assertThat(figures.channels()).hasSize(2);
    for (var channel : figures.channels()) {
      assertThat(counted.listed(of(figures.period(), InboxOutcome.ASKED).in(channel.id())))
          .hasSize((int) channel.dialogues().asked());
      assertThat(counted.listed(of(figures.period(), InboxOutcome.BOT_ALONE).in(channel.id())))
          .hasSize((int) channel.dialogues().alone());
      assertThat(counted.listed(of(figures.period(), InboxOutcome.HANDED_OVER).in(channel.id())))
          .hasSize((int) channel.dialogues().handedOver());
      assertThat(counted.listed(of(figures.period(), InboxOutcome.ANSWERED).in(channel.id())))
          .hasSize((int) channel.waits().conversations());
    }
  }

  @Test
  void everyNumberOfAPersonIsThatOfHerList() {
    var figures = counted.figures(7);
    assertThat(figures.people()).extracting(one -> one.id()).containsExactly(0L, Counted.AIGUL);
    for (var person : figures.people()) {
      assertThat(counted.listed(InboxFilter.of(span(figures.period()).answeredBy(person.id()))))
          .hasSize((int) person.waits().conversations());
    }
  }

  @Test
  void everyReasonIsThatOfItsList() {
    var figures = counted.figures(7);
    assertThat(figures.reasons()).hasSize(2);
    for (var reason : figures.reasons()) {
      assertThat(
              counted.listed(InboxFilter.of(span(figures.period()).handedOverFor(reason.code()))))
          .hasSize((int) reason.conversations());
    }
    assertThat(counted.listed(InboxFilter.of(span(figures.period()).handedOverFor(WHY))))
        .containsExactly(2L);
  }

  @Test
  void everyDayIsThatOfItsListAndDaysWithoutAnythingAreThere() {
    var days = counted.figures(7).days();
    assertThat(days).hasSize(7);
    for (var day : days) {
      assertThat(counted.listed(InboxFilter.of(InboxSpan.of(day.date(), day.date()))))
          .as(day.toString())
          .hasSize((int) day.asked());
    }
    assertThat(days.get(5))
        .extracting(day -> List.of(day.client(), day.bot(), day.person(), day.late(), day.asked()))
        .isEqualTo(List.of(2L, 1L, 1L, 1L, 2L));
  }

  @Test
  void aListIsFoundAgainByItsAddress() {
    var filter =
        InboxFilter.of(span(counted.figures(7).period()).answeredBy(0)).in(counted.second());
    var names = filter.parameters();
    assertThat(InboxFilter.of(names::get, null)).isEqualTo(filter);
    assertThat(InboxFilter.of(names::get, null).without("days")).doesNotContain("outcome");
    names.put("days", "2026-02-31..2026-13-01");
    assertThat(InboxFilter.of(names::get, null).span()).isNull();
  }

  @Test
  void aDayEndsAtTheOrganizationsMidnight() throws SQLException {
    counted.conversation(7, counted.first()).client(7, "2026-11-10T00:30");
    counted.change("delete from day_count where organization_id = :o");
    counted.count();
    var tenth = LocalDate.parse("2026-11-10");
    assertThat(counted.listed(InboxFilter.of(InboxSpan.of(tenth, tenth)))).containsExactly(7L);
  }

  @Test
  void countingAgainChangesNothingAndWhatCameLateIsCounted() throws SQLException {
    var before = counted.figures(30);
    counted.client(5, "2026-11-14T10:00");
    counted.moveTo(Counted.NOW.plusSeconds(30));
    counted.count();
    assertThat(counted.figures(30).days()).isEqualTo(before.days());
    counted.moveTo(Counted.NOW.plusDays(1));
    counted.count();
    counted.moveTo(Counted.NOW.plusDays(1).plusHours(1));
    counted.count();
    var after = counted.figures(30);
    assertThat(after.days().stream().filter(day -> day.date().getDayOfMonth() == 14))
        .extracting(day -> day.client())
        .containsExactly(1L);
    assertThat(after.whole()).isEqualTo(before.whole());
  }

  @Test
  void todayIsCountedAnewAfterAMinute() throws SQLException {
    counted.client(5, "2026-11-18T17:59");
    counted.moveTo(Counted.NOW.plusSeconds(59));
    counted.count();
    assertThat(counted.figures(7).days().getLast().asked()).isEqualTo(2);
    counted.moveTo(Counted.NOW.plusSeconds(61));
    counted.count();
    assertThat(counted.figures(7).days().getLast().asked()).isEqualTo(3);
    assertThat(counted.figures(7).countedAt())
        .isEqualTo(Counted.NOW.plusSeconds(61).atZone(Counted.ZONE).toInstant());
  }

  @Test
  void byAnotherClockTheDaysAreOthers() throws SQLException {
    counted.client(5, "2026-11-15T01:00");
    counted.change("update organization set time_zone = 'UTC' where organization_id = :o");
    counted.count();
    var days = counted.figures(7).days();
    assertThat(days.stream().filter(day -> day.client() > 0).map(day -> day.date().getDayOfMonth()))
        .containsExactly(12, 14, 16, 17, 18);
  }

  @Test
  void twoConversationsThatBecomeOneAreOneInTheFigures() throws SQLException {
    counted.change("do $$ begin perform merge_conversations(:o, 1, 2); end $$");
    var figures = counted.figures(7);
    assertThat(figures.whole().dialogues()).isEqualTo(new Dialogues(4, 0, 2));
    assertThat(counted.listed(of(figures.period(), InboxOutcome.ANSWERED))).contains(1L);
    assertThat(figures.whole().waits().conversations()).isEqualTo(2);
  }

  @Test
  void anotherOrganizationHasFiguresOfItsOwn() throws SQLException {
    try (var other = new Counted()) {
      other.prepare().count();
      var figures = other.figures(90);
      assertThat(figures.whole().dialogues()).isEqualTo(new Dialogues(0, 0, 0));
      assertThat(figures.people()).isEmpty();
      assertThat(figures.channels()).isEmpty();
      assertThat(figures.reasons()).isEmpty();
    }
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
  void dealsAreCountedByTheBoardsOwnFiltersAndNoCurrencyIsAddedToAnother() throws SQLException {
    funnel();
    var period = counted.within(() -> counted.get(Dashboard.class).period(7));
    var sales = counted.within(() -> counted.get(SalesFigures.class).of(1, period, Counted.AIGUL));
    assertThat(sales.steps())
        .extracting(step -> step.name() + " " + step.reached() + " " + step.percent())
        .containsExactly("New 4 null", "Choice 3 75", "Won 2 67");
    for (var step : sales.steps()) {
      assertThat(deals(new DealFilter.Span(period.from(), period.to(), false, step.stageId())))
          .as(step.name())
          .isEqualTo(step.reached());
    }
    assertThat(sales.won().deals()).isEqualTo(3);
    assertThat(sales.won().sums().toString()).isEqualTo("{KGS=300.00, USD=50.00}");
    assertThat(deals(new DealFilter.Span(period.from(), period.to(), true, null))).isEqualTo(3);
    assertThat(sales.before().deals()).isZero();
    var rotten = counted.within(() -> counted.get(Urgent.class).needs(Counted.AIGUL)).rotten();
    assertThat(rotten).singleElement().matches(one -> one.deals() == 3);
    assertThat(rotten.getFirst().sums().toString()).isEqualTo("{KGS=27.00, USD=3.00}");
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
    return counted
        .within(() -> counted.get(Board.class).totals(1, DealFilter.of(Counted.AIGUL, span)))
        .stream()
        .mapToLong(StageTotal::count)
        .sum();
  }

  private static InboxSpan span(org.tulpar.analytics.Period period) {
    return InboxSpan.of(period.from(), period.to());
  }

  private static InboxFilter of(org.tulpar.analytics.Period period, InboxOutcome outcome) {
    return InboxFilter.of(span(period).with(outcome));
  }
}
