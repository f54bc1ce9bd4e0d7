package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.analytics.AnswerFilter;
import org.tulpar.analytics.AnswerRow;
import org.tulpar.analytics.Answers;
import org.tulpar.analytics.Figures;
import org.tulpar.analytics.Figures.Dialogues;
import org.tulpar.analytics.Period;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.conversation.list.InboxSpan;

/** Every figure of the dashboard, and that it is the number of rows its link leads to. */
class DashboardTest {

  @RegisterExtension final Counted counted = new Counted();

  @BeforeEach
  void prepare() throws SQLException {
    Week.fill(counted);
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
      assertThat(counted.listed(Week.of(figures.period(), InboxOutcome.ASKED)))
          .hasSize((int) all.dialogues().asked());
      assertThat(counted.listed(Week.of(figures.period(), InboxOutcome.BOT_ALONE)))
          .hasSize((int) all.dialogues().alone())
          .contains(1L);
      assertThat(counted.listed(Week.of(figures.period(), InboxOutcome.HANDED_OVER)))
          .hasSize((int) all.dialogues().handedOver());
      assertThat(counted.listed(Week.of(figures.period(), InboxOutcome.ANSWERED)))
          .hasSize((int) all.waits().conversations());
    }
  }

  @Test
  void everyNumberOfAChannelIsThatOfItsList() {
    var figures = counted.figures(30);
    assertThat(figures.channels()).hasSize(2);
    for (var channel : figures.channels()) {
      assertThat(counted.listed(Week.of(figures.period(), InboxOutcome.ASKED).in(channel.id())))
          .hasSize((int) channel.dialogues().asked());
      assertThat(counted.listed(Week.of(figures.period(), InboxOutcome.BOT_ALONE).in(channel.id())))
          .hasSize((int) channel.dialogues().alone());
      assertThat(
              counted.listed(Week.of(figures.period(), InboxOutcome.HANDED_OVER).in(channel.id())))
          .hasSize((int) channel.dialogues().handedOver());
      assertThat(counted.listed(Week.of(figures.period(), InboxOutcome.ANSWERED).in(channel.id())))
          .hasSize((int) channel.waits().conversations());
    }
  }

  @Test
  void everyNumberOfAPersonIsThatOfHerList() {
    var figures = counted.figures(7);
    assertThat(figures.people()).extracting(one -> one.id()).containsExactly(0L, Counted.AIGUL);
    for (var person : figures.people()) {
      assertThat(
              counted.listed(InboxFilter.of(Week.span(figures.period()).answeredBy(person.id()))))
          .hasSize((int) person.waits().conversations());
    }
  }

  @Test
  void messagesOfPeopleAndChannelsAreThoseOfTheirDialogues() {
    var figures = counted.figures(7);
    var span = Week.span(figures.period());
    assertThat(figures.people())
        .extracting(one -> one.id() + ": " + one.messages())
        .containsExactly("0: 1", "1: 1");
    assertThat(counted.listed(InboxFilter.of(span.writtenBy(Counted.AIGUL)))).containsExactly(2L);
    assertThat(counted.listed(InboxFilter.of(span.writtenBy(0)))).containsExactly(4L);
    assertThat(figures.channels())
        .extracting(one -> one.name() + " " + one.messages())
        .containsExactlyInAnyOrder(
            "First Messages[client=3, bot=2, person=1]",
            "Second Messages[client=3, bot=0, person=1]");
    var bot = InboxFilter.of(span.with(InboxOutcome.BOT_WROTE));
    assertThat(counted.listed(bot.in(counted.first()))).containsExactly(1L);
    assertThat(counted.listed(bot.in(counted.second()))).isEmpty();
    assertThat(counted.listed(InboxFilter.of(span.with(InboxOutcome.PERSON_WROTE))))
        .containsExactlyInAnyOrder(2L, 4L);
  }

  @Test
  void everyMedianIsThatOfItsAnswers() {
    var figures = counted.figures(7);
    var answers = AnswerFilter.of(figures.period());
    assertThat(whole(answers)).isEqualTo(figures.whole().waits());
    for (var person : figures.people()) {
      assertThat(whole(answers.by(person.id()))).isEqualTo(person.waits());
    }
    for (var channel : figures.channels()) {
      assertThat(whole(answers.in(channel.id()))).isEqualTo(channel.waits());
    }
    for (var day : figures.days()) {
      var late = AnswerFilter.of(new Period(day.date(), day.date())).onlyLate();
      assertThat(slowest(late, null)).hasSize((int) day.late());
    }
  }

  @Test
  void theSlowestAnswerStandsFirstAndTheNextPageBeginsBehindTheLast() {
    var filter = AnswerFilter.of(counted.figures(7).period());
    var rows = slowest(filter, null);
    assertThat(rows)
        .extracting(row -> row.client() + " " + row.person() + " " + row.seconds())
        .containsExactly("Client 2 Aigul 1800", "Client 4 null 120");
    var first = rows.getFirst();
    assertThat(slowest(filter, new Answers.Place(first.seconds(), first.message())))
        .containsExactly(rows.getLast());
    assertThat(AnswerFilter.of(parameters(filter.by(0).onlyLate().query())::get, null))
        .isEqualTo(filter.by(0).onlyLate());
  }

  private Figures.Waits whole(AnswerFilter filter) {
    return counted.within(() -> counted.get(Answers.class).whole(filter));
  }

  private List<AnswerRow> slowest(AnswerFilter filter, Answers.Place after) {
    return counted.within(() -> counted.get(Answers.class).slowest(filter, after));
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(part -> part.split("=", 2))
        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
  }

  @Test
  void everyReasonIsThatOfItsList() {
    var figures = counted.figures(7);
    assertThat(figures.reasons()).hasSize(2);
    for (var reason : figures.reasons()) {
      assertThat(
              counted.listed(
                  InboxFilter.of(Week.span(figures.period()).handedOverFor(reason.code()))))
          .hasSize((int) reason.conversations());
    }
    assertThat(counted.listed(InboxFilter.of(Week.span(figures.period()).handedOverFor(Week.WHY))))
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
        InboxFilter.of(Week.span(counted.figures(7).period()).answeredBy(0)).in(counted.second());
    var names = filter.parameters();
    assertThat(InboxFilter.of(names::get, null)).isEqualTo(filter);
    assertThat(InboxFilter.of(names::get, null).without("days")).doesNotContain("outcome");
    names.put("days", "2026-02-31..2026-13-01");
    assertThat(InboxFilter.of(names::get, null).span()).isNull();
  }

  @Test
  void anotherOrganizationHasFiguresOfItsOwn() throws SQLException {
    try (var other = new Counted()) {
      other.prepare();
      other.count();
      var figures = other.figures(90);
      assertThat(figures.whole().dialogues()).isEqualTo(new Dialogues(0, 0, 0));
      assertThat(figures.people()).isEmpty();
      assertThat(figures.channels()).isEmpty();
      assertThat(figures.reasons()).isEmpty();
    }
  }
}
