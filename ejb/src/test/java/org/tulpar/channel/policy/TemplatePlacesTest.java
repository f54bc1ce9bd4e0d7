package org.tulpar.channel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatePlacesTest {

  @Test
  void placesAreCountedOnceEach() {
    assertThat(TemplateSettings.places("Добрый день!")).isZero();
    assertThat(TemplateSettings.places("{{1}}, ваш тур {{2}}. До встречи, {{1}}!")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{2}}", "{{1}} {{3}}", "{{0}}", "{{name}}", "{{}}", "{{01}}", "{{-1}}"})
  void aPlaceThatNobodyFillsIsRefused(String body) {
    assertThatThrownBy(() -> TemplateSettings.places(body)).isInstanceOf(TemplateRefused.class);
  }
}
