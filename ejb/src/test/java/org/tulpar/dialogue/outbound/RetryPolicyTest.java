package org.tulpar.dialogue.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final RandomGenerator CHANCE = new Random(7);

  @Test
  void tries_three_times_quickly() {
    assertThat(next(0, null)).contains(Duration.ofSeconds(1));
    assertThat(next(1, null)).contains(Duration.ofSeconds(2));
    assertThat(next(2, null)).contains(Duration.ofSeconds(4));
  }

  @Test
  void never_waits_longer_than_ten_minutes_of_its_own() {
    for (var attempts = 3; attempts < 53; attempts++) {
      assertThat(next(attempts, null).orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(10));
    }
  }

  @Test
  void waits_longer_from_try_to_try_until_it_waits_longest() {
    RandomGenerator middle = () -> Long.MIN_VALUE; // as a double a half: no jitter
    var pauses =
        IntStream.range(0, 53)
            .mapToObj(attempts -> RetryPolicy.next(attempts, null, middle).orElseThrow())
            .toList();
    assertThat(pauses.subList(0, 11))
        .isSortedAccordingTo(Comparator.naturalOrder())
        .doesNotHaveDuplicates()
        .last()
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(pauses.subList(10, 53)).containsOnly(Duration.ofMinutes(10));
  }

  @Test
  void gives_up_after_three_quick_and_fifty_slow_tries() {
    assertThat(next(52, null)).isPresent();
    assertThat(next(53, null)).isEmpty();
  }

  @Test
  void honours_a_longer_wish_of_the_provider() {
    assertThat(next(0, Duration.ofSeconds(30))).contains(Duration.ofSeconds(30));
    assertThat(next(2, Duration.ofSeconds(1))).contains(Duration.ofSeconds(4));
  }

  @Test
  void what_failed_together_does_not_come_back_together() {
    var pauses =
        IntStream.range(0, 20).mapToObj(i -> next(6, null).orElseThrow()).distinct().toList();
    assertThat(pauses).hasSizeGreaterThan(10);
    assertThat(pauses)
        .allMatch(p -> Math.abs(p.toMillis() - 64_000) <= 64_000 / 5, "within a fifth of 64 s");
  }

  private static Optional<Duration> next(int attempts, Duration wished) {
    return RetryPolicy.next(attempts, wished, CHANCE);
  }
}
