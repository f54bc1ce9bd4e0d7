package org.tulpar.conversation.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {

  private static final ZoneId BISHKEK = ZoneId.of("Asia/Bishkek"); // +06
  private static final WorkingHours.Hours DAY =
      new WorkingHours.Hours(LocalTime.of(9, 0), LocalTime.of(18, 0));
  private static final Map<DayOfWeek, WorkingHours.Hours> WEEK =
      Map.of(DayOfWeek.THURSDAY, DAY, DayOfWeek.FRIDAY, DAY, DayOfWeek.MONDAY, DAY);

  /** Friday is New Year's Day; the Saturday after it is open in the morning. */
  private static final WorkingHours HOURS =
      WorkingHours.of(
          WEEK,
          List.of(
              days("2026-12-31", "2027-01-01", null),
              days(
                  "2027-01-02",
                  "2027-01-02",
                  new WorkingHours.Hours(LocalTime.of(10, 0), LocalTime.of(12, 0)))));

  @Test
  void aDayOnWhichItIsClosedIsNoTime() {
    assertThat(openAt("2026-12-28T05:00:00Z")).isTrue();
    assertThat(openAt("2026-12-31T05:00:00Z")).isFalse();
    assertThat(openAt("2027-01-01T05:00:00Z")).isFalse();
    assertThat(openAt("2027-01-07T05:00:00Z")).isTrue();
  }

  @Test
  void aDayWithHoursOfItsOwnIsOpenAtThose() {
    assertThat(openAt("2027-01-02T03:59:59Z")).isFalse();
    assertThat(openAt("2027-01-02T04:00:00Z")).isTrue();
    assertThat(openAt("2027-01-02T06:00:00Z")).isFalse();
  }

  @Test
  void aDayThatIsOpenToItsEndLeavesNothingOutBeforeTheNext() {
    var whole = new WorkingHours.Hours(LocalTime.MIN, WorkingHours.Hours.END_OF_DAY);
    var always = new WorkingHours(Map.of(DayOfWeek.THURSDAY, whole, DayOfWeek.FRIDAY, whole));
    var thursday = Instant.parse("2026-12-31T17:00:00Z");
    assertThat(always.openAt(Instant.parse("2026-12-31T17:59:59.999999999Z").atZone(BISHKEK)))
        .isTrue();
    assertThat(always.between(thursday, thursday.plus(Duration.ofHours(2)), BISHKEK))
        .isEqualTo(Duration.ofHours(2));
    assertThat(always.after(thursday, Duration.ofHours(2), BISHKEK))
        .isEqualTo(thursday.plus(Duration.ofHours(2)));
  }

  @Test
  void aPromiseGoesOnWhenItIsOpenAgain() {
    // Monday 17:30: half an hour is left of it, two hours are Saturday's, the last half is the next
    // Monday's
    assertThat(HOURS.after(Instant.parse("2026-12-28T11:30:00Z"), Duration.ofMinutes(180), BISHKEK))
        .isEqualTo(Instant.parse("2027-01-04T03:30:00Z"));
  }

  @Test
  void readBackwardsItIsWhenSoMuchTimeBegan() {
    var at = Instant.parse("2027-01-04T03:30:00Z");
    assertThat(HOURS.before(at, Duration.ofMinutes(180), BISHKEK))
        .isEqualTo(Instant.parse("2026-12-28T11:30:00Z"));
    assertThat(HOURS.before(at, Duration.ofMinutes(10), BISHKEK))
        .isEqualTo(Instant.parse("2027-01-04T03:20:00Z"));
    // Sunday: nothing is open, Saturday's last minutes were the latest
    assertThat(HOURS.before(Instant.parse("2027-01-03T05:00:00Z"), Duration.ofMinutes(10), BISHKEK))
        .isEqualTo(Instant.parse("2027-01-02T05:50:00Z"));
  }

  /** Whoever began then or earlier has had the time, whoever began later has not. */
  @Test
  void backwardsIsTheSameBorderAsForwards() {
    for (int minute = 0; minute < 7 * 24 * 60; minute += 37) {
      var now = Instant.parse("2026-12-29T00:00:00Z").plus(Duration.ofMinutes(minute));
      var began = HOURS.before(now, Duration.ofMinutes(75), BISHKEK);
      assertThat(HOURS.after(began, Duration.ofMinutes(75), BISHKEK)).isBeforeOrEqualTo(now);
      assertThat(HOURS.after(began.plusSeconds(1), Duration.ofMinutes(75), BISHKEK)).isAfter(now);
    }
  }

  @Test
  void betweenTwoMomentsOnlyOpenTimeCounts() {
    assertThat(
            HOURS.between(
                Instant.parse("2026-12-28T11:30:00Z"),
                Instant.parse("2027-01-04T03:30:00Z"),
                BISHKEK))
        .isEqualTo(Duration.ofMinutes(180));
  }

  @Test
  void withoutAWeekItIsOpenButOnSpecialDays() {
    var always = WorkingHours.of(Map.of(), List.of(days("2027-01-01", "2027-01-01", null)));
    assertThat(always.openAt(Instant.parse("2026-12-31T17:59:59Z").atZone(BISHKEK))).isTrue();
    assertThat(always.openAt(Instant.parse("2026-12-31T18:00:00Z").atZone(BISHKEK))).isFalse();
    assertThat(
            always.between(
                Instant.parse("2026-12-31T17:00:00Z"),
                Instant.parse("2027-01-01T19:00:00Z"),
                BISHKEK))
        .isEqualTo(Duration.ofHours(2));
  }

  private static boolean openAt(String moment) {
    return HOURS.openAt(Instant.parse(moment).atZone(BISHKEK));
  }

  private static SpecialDays days(String first, String last, WorkingHours.Hours hours) {
    return new SpecialDays(0, "days", LocalDate.parse(first), LocalDate.parse(last), hours);
  }
}
