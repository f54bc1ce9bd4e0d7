package org.tulpar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTokenTest {

  @Test
  void aTokenComesBackAsItWasGiven() {
    var token = BrowserToken.random();
    assertThat(BrowserToken.of(token.text())).contains(token);
    assertThat(token.hash()).hasSize(32).isNotEqualTo(BrowserToken.random().hash());
  }

  @Test
  void itDoesNotTellItself() {
    var token = BrowserToken.random();
    assertThat(token.toString()).doesNotContain(token.text());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "short", "яяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяя"})
  void whatCannotBeATokenIsNone(String text) {
    assertThat(BrowserToken.of(text)).isEmpty();
  }
}
