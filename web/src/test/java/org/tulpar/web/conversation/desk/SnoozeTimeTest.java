package org.tulpar.web.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnoozeTimeTest {

  /** Saturday, 23:30 in Bishkek. */
  private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT1H, 2026-11-21T18:30:00Z",
    "TOMORROW, 2026-11-22T03:00:00Z",
    "MONDAY, 2026-11-23T03:00:00Z",
    "2026-12-01T10:15, 2026-12-01T04:15:00Z"
  })
  void aTimeIsReadByTheReadersCalendar(String asked, Instant expected) {
    assertThat(SnoozeTime.of(asked, NOW, ZoneId.of("Asia/Bishkek"))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"''", "PT", "someday", "2026-13-01T10:00", "PT99999999999999999999H"})
  void whatIsNoTimeIsNone(String asked) {
    assertThat(SnoozeTime.of(asked, NOW, ZoneId.of("Asia/Bishkek"))).isEmpty();
  }
}
