package org.tulpar.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class InitialsTest {

  @ParameterizedTest
  @CsvSource({
    "Айгуль Сатарова, АС",
    "markus köhler, MK",
    "Анна-Мария фон Берг, АМ",
    "فاطمة الحربي, فا",
    "Cher, C",
    "'  +996 555 ', 95"
  })
  void aNameGivesAtMostTwoLetters(String name, String initials) {
    assertThat(Initials.of(name)).isEqualTo(initials);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"  ", "…"})
  void noNameGivesNone(String name) {
    assertThat(Initials.of(name)).isEmpty();
  }
}
