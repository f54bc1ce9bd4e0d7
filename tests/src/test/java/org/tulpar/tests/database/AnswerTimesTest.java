package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.analytics.Figures.Waits;

/** How long clients wait for a person: never for the bot, and never while it is closed. */
class AnswerTimesTest {

  @RegisterExtension final Counted counted = new Counted();

  @BeforeEach
  void prepare() throws SQLException {
    counted.conversation(1, counted.first());
  }

  @Test
  void theTimeBeginsWhereTheBotCallsAPersonAndTheBotsAnswersAreNotInIt() throws SQLException {
    counted.client(1, "2026-11-17T10:00").bot(1, "2026-11-17T10:00:05");
    counted.client(1, "2026-11-17T10:01").handedOver(1, "2026-11-17T10:01:10", "why");
    counted.person(1, "2026-11-17T10:05:10", Counted.AIGUL);
    assertThat(waits()).isEqualTo(new Waits(1, 1, 240L, 240L));
  }

  @Test
  void whereOnlyTheBotAnswersNobodyWaitedForAPerson() throws SQLException {
    counted.client(1, "2026-11-17T10:00").bot(1, "2026-11-17T10:00:05");
    assertThat(waits()).isEqualTo(new Waits(0, 0, null, null));
  }

  @Test
  void aWeekendIsNoTime() throws SQLException {
    counted.client(1, "2026-11-13T17:49").handedOver(1, "2026-11-13T17:50", "why");
    counted.person(1, "2026-11-16T09:10", Counted.AIGUL);
    assertThat(waits().median()).isEqualTo(20 * 60);
  }

  @Test
  void aHolidayIsNoTimeAndASpecialDayHasItsOwn() throws SQLException {
    counted.change(
        """
        insert into special_days (organization_id, id, name, first_day, last_day, opens_at, closes_at) values
          (:o, 1, 'Holiday', '2026-11-16', '2026-11-16', null, null), (:o, 2, 'Instead', '2026-11-14', '2026-11-14', '10:00', '11:00')\
        """);
    counted.client(1, "2026-11-13T17:49").handedOver(1, "2026-11-13T17:50", "why");
    counted.person(1, "2026-11-17T09:10", Counted.AIGUL);
    assertThat(waits().median()).isEqualTo((10 + 60 + 10) * 60);
  }

  @Test
  void aNightIsNoTimeAndClosedDoorsMakeNone() throws SQLException {
    counted.client(1, "2026-11-16T20:00").handedOver(1, "2026-11-16T20:00:05", "why");
    counted.person(1, "2026-11-16T21:00", Counted.AIGUL);
    counted.client(1, "2026-11-16T22:00").person(1, "2026-11-17T09:30", Counted.AIGUL);
    assertThat(waits()).isEqualTo(new Waits(2, 1, 0L, 30 * 60L));
  }

  @Test
  void whoStepsInWithAMessageWasNotWaitedFor() throws SQLException {
    counted.client(1, "2026-11-17T10:00").bot(1, "2026-11-17T10:00:05");
    counted.client(1, "2026-11-17T11:00").stepsIn(1, "2026-11-17T11:02", Counted.AIGUL);
    assertThat(waits().answers()).isZero();
  }

  @Test
  void whoTakesFirstAndWritesLaterWasWaitedForInBetween() throws SQLException {
    counted.client(1, "2026-11-17T11:00");
    counted.happens(1, "conversation.taken_over", "2026-11-17T11:02");
    counted.person(1, "2026-11-17T11:05", Counted.AIGUL);
    assertThat(waits().median()).isEqualTo(180);
  }

  @Test
  void whoIsGivenAClientThatHasHerAnswerIsWaitedForFromTheNextQuestion() throws SQLException {
    counted.client(1, "2026-11-16T11:00").bot(1, "2026-11-16T11:01");
    counted.happens(1, "conversation.assigned", "2026-11-16T12:00");
    counted.client(1, "2026-11-17T12:00").person(1, "2026-11-17T12:01", Counted.AIGUL);
    assertThat(waits().median()).isEqualTo(60);
  }

  @Test
  void afterAPersonHasTheWordEachQuestionWaitsForHer() throws SQLException {
    counted.client(1, "2026-11-17T10:00").handedOver(1, "2026-11-17T10:00", "why");
    counted.person(1, "2026-11-17T10:01", Counted.AIGUL);
    counted.client(1, "2026-11-17T11:00").client(1, "2026-11-17T11:04");
    counted.person(1, "2026-11-17T11:05", Counted.AIGUL);
    counted.person(1, "2026-11-17T11:06", Counted.AIGUL);
    assertThat(waits()).isEqualTo(new Waits(2, 1, 60L, 300L));
  }

  @Test
  void whereTheBotHasTheWordAgainTheWaitIsOver() throws SQLException {
    counted.client(1, "2026-11-17T10:00").handedOver(1, "2026-11-17T10:00", "why");
    counted.happens(1, "conversation.returned_to_bot", "2026-11-17T12:00");
    counted.bot(1, "2026-11-17T12:01").stepsIn(1, "2026-11-17T13:00", Counted.AIGUL);
    assertThat(waits().answers()).isZero();
  }

  /** Closing gives it back by policy, and no row of the audit says so. */
  @Test
  void whereTheBotSpeaksItHasTheWord() throws SQLException {
    counted.client(1, "2026-11-16T10:00").handedOver(1, "2026-11-16T10:00", "why");
    counted.bot(1, "2026-11-16T10:00:05").person(1, "2026-11-16T10:05", Counted.AIGUL);
    counted.client(1, "2026-11-17T10:00").bot(1, "2026-11-17T10:01");
    counted.client(1, "2026-11-17T10:30").stepsIn(1, "2026-11-17T11:00", Counted.AIGUL);
    assertThat(waits()).isEqualTo(new Waits(1, 1, 300L, 300L));
  }

  @Test
  void aConversationThatWasAPersonsFromItsBeginningWaitsFromItsFirstQuestion() throws SQLException {
    counted.client(1, "2026-11-17T10:00").person(1, "2026-11-17T10:07", null);
    assertThat(waits().median()).isEqualTo(7 * 60);
  }

  @Test
  void theMedianAndTheSlowOnesAreOfAllAnswersAndOfEachPerson() throws SQLException {
    for (int i = 1; i <= 10; i++) {
      counted.conversation(10 + i, i <= 5 ? counted.first() : counted.second());
      counted.handedOver(10 + i, "2026-11-17T10:00", "why");
      counted.person(
          10 + i, "2026-11-17T10:%02d".formatted(i), i <= 5 ? Counted.AIGUL : Counted.BAKYT);
    }
    counted.count();
    var figures = counted.figures(7);
    assertThat(figures.whole().waits()).isEqualTo(new Waits(10, 10, 300L, 540L));
    assertThat(figures.people())
        .extracting(one -> one.name() + " " + one.waits().median())
        .containsExactlyInAnyOrder("Aigul 180", "Bakyt 480");
    assertThat(figures.channels())
        .extracting(one -> one.name() + " " + one.waits().median())
        .containsExactlyInAnyOrder("First 180", "Second 480");
  }

  private Waits waits() {
    return counted.count().figures(7).whole().waits();
  }
}
