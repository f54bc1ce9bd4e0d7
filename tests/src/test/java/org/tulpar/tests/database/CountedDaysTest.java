package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.analytics.Figures.Dialogues;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.conversation.list.InboxSpan;

/** When a day is counted, and counted again, and by whose clock. */
class CountedDaysTest {

  @RegisterExtension final Counted counted = new Counted();

  @BeforeEach
  void prepare() throws SQLException {
    Week.fill(counted);
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
    assertThat(counted.listed(Week.of(figures.period(), InboxOutcome.ANSWERED))).contains(1L);
    assertThat(figures.whole().waits().conversations()).isEqualTo(2);
  }
}
