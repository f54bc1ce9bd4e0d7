package org.tulpar.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailySlotTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T01:59:59Z, 2026-11-21T02:00:00Z",
    "2026-11-21T02:00:00Z, 2026-11-22T02:00:00Z",
    "2026-12-31T23:00:00Z, 2027-01-01T02:00:00Z"
  })
  void the_next_slot_is_after_now(Instant now, Instant next) {
    assertThat(new DailySlot(LocalTime.of(2, 0)).next(now)).isEqualTo(next);
  }
}
