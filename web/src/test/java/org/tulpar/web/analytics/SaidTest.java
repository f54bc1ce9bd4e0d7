package org.tulpar.web.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.web.conversation.Reader;

/** Numbers as they are read, and the scale of the picture. */
class SaidTest {

  private static final Reader READER =
      new Reader(1, Locale.of("ru"), ZoneOffset.UTC, Instant.parse("2026-11-18T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({"0, 0 с", "59, 59 с", "60, 1 мин", "3569, 59 мин", "3570, 1:00 ч", "5400, 1:30 ч"})
  void aTimeIsReadInItsUnit(long seconds, String read) {
    assertThat(Said.time(seconds, READER).replace('\u00a0', ' ')).isEqualTo(read);
  }

  @Test
  void whatIsNotThereIsADash() {
    assertThat(Said.time(null, READER)).isEqualTo("–");
    assertThat(Said.percent(null)).isEqualTo("–");
  }

  @Test
  void manyIsSaidWhereTheCountStops() {
    assertThat(Said.many(999, READER)).isEqualTo("999");
    assertThat(Said.many(1000, READER)).isEqualTo("999+");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "3, 1", "4, 2", "15, 5", "16, 10", "150, 50", "151, 100"})
  void threeStepsOfTheScaleCoverTheLargestBar(long largest, long step) {
    assertThat(DayChart.step(largest)).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "90, 90", "8, 30", "'', 30", "'1; drop', 30"})
  void aPeriodIsOneOfThree(String asked, int days) {
    assertThat(DashboardBacking.period(asked)).isEqualTo(days);
  }
}
