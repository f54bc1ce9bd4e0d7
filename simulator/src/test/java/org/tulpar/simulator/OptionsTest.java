package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void readsPortAndScale() {
    assertThat(Options.of("--port", "9", "--retry-scale", ".5"))
        .isEqualTo(new Options(9, .5, false));
    assertThat(Options.of("--help").help()).isTrue();
    assertThat(Options.of()).isEqualTo(new Options(8082, 1, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port x", "--port 70000", "--retry-scale 0", "--bind 0"})
  void refusesWhatItDoesNotUnderstand(String line) {
    assertThatThrownBy(() -> Options.of(line.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("--port needs.*|--retry-scale needs.*|unknown option.*");
  }
}
