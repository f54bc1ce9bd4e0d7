package org.tulpar.conversation.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromisesTest {

  private static final ZoneId BISHKEK = ZoneId.of("Asia/Bishkek"); // +06
  private static final UUID OTHER = UUID.randomUUID();
  private static final UUID FAST = UUID.randomUUID();
  private static final WorkingHours WEEK =
      new WorkingHours(
          Map.of(
              DayOfWeek.FRIDAY, new WorkingHours.Hours(LocalTime.of(9, 0), LocalTime.of(18, 0)),
              DayOfWeek.MONDAY, new WorkingHours.Hours(LocalTime.of(10, 0), LocalTime.of(18, 0))));

  private final Promises promises =
      new Promises(new Promise(60, null), Map.of(FAST, new Promise(4, 8)), WEEK, BISHKEK);

  @Test
  void timeCountsWhileItIsOpen() {
    // Friday 17:40 in Bishkek: twenty minutes are left of the day, forty are Monday's
    assertThat(promises.deadline(OTHER, false, Instant.parse("2026-11-20T11:40:00Z")).due())
        .isEqualTo(Instant.parse("2026-11-23T04:40:00Z"));
  }

  @Test
  void whoWritesAtNightIsPromisedTheMorning() {
    assertThat(promises.deadline(FAST, false, Instant.parse("2026-11-21T20:00:00Z")).due())
        .isEqualTo(Instant.parse("2026-11-23T04:04:00Z"));
  }

  @Test
  void theLastQuarterIsAWarning() {
    var deadline = promises.deadline(FAST, true, Instant.parse("2026-11-20T05:00:00Z"));
    assertThat(deadline.first()).isFalse();
    assertThat(deadline.warns()).isEqualTo(Instant.parse("2026-11-20T05:06:00Z"));
    assertThat(deadline.due()).isEqualTo(Instant.parse("2026-11-20T05:08:00Z"));
  }

  @Test
  void whoHasWaitedSinceThenIsWarnedOfNow() {
    var now = Instant.parse("2026-11-20T05:06:00Z");
    assertThat(promises.dueSince(FAST, true, now)).isEqualTo(Instant.parse("2026-11-20T05:00:00Z"));
    assertThat(promises.dueSince(FAST, false, now))
        .isEqualTo(Instant.parse("2026-11-20T05:03:00Z"));
    assertThat(promises.dueSince(OTHER, true, now)).isNull();
  }

  @Test
  void whereNothingIsPromisedOrNobodyWaitsThereIsNoDeadline() {
    assertThat(promises.deadline(OTHER, true, Instant.parse("2026-11-20T05:00:00Z"))).isNull();
    assertThat(promises.deadline(FAST, true, null)).isNull();
  }

  @Test
  void withoutHoursItIsAlwaysOpen() {
    var always = new Promises(new Promise(30, 30), Map.of(), new WorkingHours(Map.of()), BISHKEK);
    assertThat(always.deadline(OTHER, false, Instant.parse("2026-11-21T23:50:00Z")).due())
        .isEqualTo(Instant.parse("2026-11-22T00:20:00Z"));
  }
}
