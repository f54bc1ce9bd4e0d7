package org.tulpar.simulator.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRuleTest {

  private final RetryRule rule = new RetryRule(1);

  @Test
  void doublesTheWaitsUpToFiveMinutes() {
    var waits = IntStream.rangeClosed(1, 9).mapToLong(n -> RetryRule.nominal(n).toSeconds());
    assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
  }

  @Test
  void jittersByAFifthButNeverUnderFiveSeconds() {
    for (var i = 0; i < 200; i++) {
      assertThat(rule.waitAfter(1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
      assertThat(rule.waitAfter(4)).isBetween(Duration.ofSeconds(32), Duration.ofSeconds(48));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 422, 200, 204})
  void takesTheseForFinal(int status) {
    assertThat(rule.again(1, status)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 302, 409, 413, 429, 500, 503})
  void repeatsTheseNineTimes(int status) {
    assertThat(rule.again(1, status)).isTrue();
    assertThat(rule.again(9, status)).isTrue();
    assertThat(rule.again(10, status)).isFalse();
  }
}
