package org.tulpar.channel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.channel.TemplateMessage;

class MessageTemplateTest {

  private final MessageTemplate template =
      new MessageTemplate(1, "back", "ru", "{{1}}, ждём вас {{2}}! {{3}}", 2);

  @Test
  void theClientReadsTheFilledText() {
    var call = template.with(List.of(" Айгерим ", "$1 {{2}}"));
    assertThat(call).isEqualTo(new TemplateMessage("back", "ru", List.of("Айгерим", "$1 {{2}}")));
    assertThat(template.filled(call)).isEqualTo("Айгерим, ждём вас $1 {{2}}! {{3}}");
  }

  @Test
  void itIsStoredAndReadAgain() {
    var call = template.with(List.of("\"Айгерим\"", "завтра"));
    assertThat(TemplateMessage.of(call.json())).isEqualTo(call);
  }

  @Test
  void everyPlaceIsFilled() {
    assertThatThrownBy(() -> template.with(List.of("one"))).isInstanceOf(TemplateUnfit.class);
    assertThatThrownBy(() -> template.with(List.of("a", "b", "c")))
        .isInstanceOf(TemplateUnfit.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "a\tb", "\u0000"})
  void aValueIsOneLine(String value) {
    assertThatThrownBy(() -> template.with(List.of("a", value))).isInstanceOf(TemplateUnfit.class);
  }
}
