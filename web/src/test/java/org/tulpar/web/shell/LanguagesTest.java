package org.tulpar.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

  @Test
  void theFirstLanguageWeSpeakIsTaken() {
    assertThat(Languages.among(List.of(Locale.GERMANY, Locale.UK, Locale.of("ru", "KG"))))
        .isEqualTo(Locale.ENGLISH);
  }

  @Test
  void whoSpeaksNeitherGetsRussian() {
    assertThat(Languages.among(List.of(Locale.of("ky")))).isEqualTo(Locale.of("ru"));
  }

  @Test
  void anUnknownCodeIsNoLanguage() {
    assertThat(Languages.of("de")).isEmpty();
    assertThat(Languages.of(null)).isEmpty();
  }
}
