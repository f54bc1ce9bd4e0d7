package org.tulpar.conversation.canned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello, {client.name}! | Hello, Fatima $1!",
        "{client.name}, hello | Fatima $1, hello",
        "Hello, {client.phone}! | Hello!",
        "{what.is} this {braces} | {what.is} this {braces}"
      })
  void aPlaceIsFilledOrGoesWithItsComma(String text, String expected) {
    assertThat(Places.fill(text, Map.of("client.name", "Fatima $1", "client.phone", "")))
        .isEqualTo(expected);
  }
}
