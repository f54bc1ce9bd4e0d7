package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.agent.PlaybookRows;
import org.tulpar.conversation.hours.Answering;
import org.tulpar.conversation.hours.Holidays;
import org.tulpar.conversation.hours.HoursRefused;
import org.tulpar.conversation.hours.SpecialDays;
import org.tulpar.conversation.hours.WorkingHours;

/** The days on which the week does not hold: for promises, and for the bot. */
class HolidaysTest {

  private static final WorkingHours.Hours MORNING =
      new WorkingHours.Hours(LocalTime.of(10, 0), LocalTime.of(12, 0));

  @RegisterExtension final Office office = new Office();
  private final Holidays holidays = office.get(Holidays.class);
  private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Bishkek")).plusDays(3);

  @Test
  void aHolidayIsAskedByPromisesAndByTheBot() throws SQLException {
    add("Nooruz", day, day, null);
    add("Short day", day.plusDays(1), day.plusDays(1), MORNING);
    var promised = office.within(office.get(Answering.class)::promises);
    var zone = promised.zone();
    var evening = day.minusDays(1).atTime(23, 0).atZone(zone).toInstant();
    assertThat(promised.hours().after(evening, Duration.ofHours(2), zone))
        .isEqualTo(day.plusDays(1).atTime(11, 0).atZone(zone).toInstant());
    var playbook = office.get(PlaybookRows.class).read(office.organization());
    assertThat(playbook.hours().openAt(day.atTime(12, 0).atZone(zone))).isFalse();
    assertThat(playbook.hours().openAt(day.plusDays(1).atTime(11, 0).atZone(zone))).isTrue();
    assertThat(playbook.hours().openAt(day.plusDays(2).atTime(11, 0).atZone(zone))).isTrue();
  }

  @Test
  void aDayIsNamedOnce() {
    add("New Year", day, day.plusDays(7), null);
    refuses("special_taken", "Christmas", day.plusDays(7), day.plusDays(7), null);
    add("Christmas", day.plusDays(8), day.plusDays(8), MORNING);
    assertThat(office.within(holidays::coming))
        .extracting(SpecialDays::name, SpecialDays::last, SpecialDays::hours)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("New Year", day.plusDays(7), null),
            org.assertj.core.groups.Tuple.tuple("Christmas", day.plusDays(8), MORNING));
  }

  @Test
  void whatIsTakenBackIsADayAsOthers() {
    add("Nooruz", day, day, null);
    var id = office.within(holidays::coming).getFirst().id();
    office.run(() -> holidays.remove(id, Office.AIGUL));
    assertThat(office.within(holidays::coming)).isEmpty();
  }

  @Test
  void whatCannotStandIsRefused() {
    refuses("special_name", " ", day, day, null);
    refuses("special_day", "Nooruz", null, null, null);
    refuses("special_term", "Nooruz", day, day.minusDays(1), null);
    refuses("special_term", "Nooruz", day, day.plusDays(366), null);
    var crooked = new WorkingHours.Hours(LocalTime.of(12, 0), LocalTime.of(12, 0));
    refuses("day", "Nooruz", day, day, crooked);
  }

  @Test
  void whatIsOverIsNotShownAndStaysForTheFigures() {
    var past = day.minusDays(30);
    add("Past", past, past, null);
    assertThat(office.within(holidays::coming)).isEmpty();
    var promised = office.within(office.get(Answering.class)::promises);
    assertThat(promised.hours().openAt(past.atTime(12, 0).atZone(promised.zone()))).isFalse();
  }

  private void add(String name, LocalDate first, LocalDate last, WorkingHours.Hours hours) {
    office.run(() -> holidays.add(new SpecialDays(0, name, first, last, hours), Office.AIGUL));
  }

  private void refuses(
      String reason, String name, LocalDate first, LocalDate last, WorkingHours.Hours hours) {
    assertThatThrownBy(() -> add(name, first, last, hours))
        .isInstanceOfSatisfying(
            HoursRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("refused.hours." + reason));
  }
}
