package org.tulpar.web.conversation.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.conversation.hours.WorkingHours;

class TimeOfDayTest {

  @ParameterizedTest
  @CsvSource({
    "09:00, 09:00",
    "9:05, 09:05",
    "18.30, 18:30",
    "9, 09:00",
    "' 18:00 ', 18:00",
    "6 pm, 18:00",
    "6:30 PM, 18:30",
    "12 am, 00:00",
    "12:15 p.m., 12:15",
    "23:59, 23:59",
  })
  void itIsReadAsItIsTyped(String typed, LocalTime time) {
    assertThat(TimeOfDay.read(typed)).isEqualTo(time);
  }

  @Test
  void theEndOfTheDayIsTwentyFourHours() {
    assertThat(TimeOfDay.read("24:00")).isEqualTo(WorkingHours.Hours.END_OF_DAY);
    assertThat(TimeOfDay.of(WorkingHours.Hours.END_OF_DAY)).isEqualTo("24:00");
    assertThat(TimeOfDay.of(LocalTime.of(9, 0))).isEqualTo("09:00");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "noon", "24:01", "25", "12:60", "13 pm", "0 am", "9:5", "-1"})
  void whatIsNoTimeIsMidnight(String typed) {
    assertThat(TimeOfDay.read(typed)).isEqualTo(LocalTime.MIN);
  }
}
