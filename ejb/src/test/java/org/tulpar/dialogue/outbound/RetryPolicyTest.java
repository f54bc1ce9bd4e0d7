package org.tulpar.dialogue.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  @Test
  void tries_three_times_quickly() {
    assertThat(RetryPolicy.next(0, null)).contains(Duration.ofSeconds(1));
    assertThat(RetryPolicy.next(1, null)).contains(Duration.ofSeconds(2));
    assertThat(RetryPolicy.next(2, null)).contains(Duration.ofSeconds(4));
  }

  @Test
  void never_waits_longer_than_ten_minutes_of_its_own() {
    for (var attempts = 3; attempts < 53; attempts++) {
      assertThat(RetryPolicy.next(attempts, null).orElseThrow())
          .isLessThanOrEqualTo(Duration.ofMinutes(10));
    }
  }

  @Test
  void gives_up_after_three_quick_and_fifty_slow_tries() {
    assertThat(RetryPolicy.next(52, null)).isPresent();
    assertThat(RetryPolicy.next(53, null)).isEmpty();
  }

  @Test
  void honours_a_longer_wish_of_the_provider() {
    assertThat(RetryPolicy.next(0, Duration.ofSeconds(30))).contains(Duration.ofSeconds(30));
    assertThat(RetryPolicy.next(2, Duration.ofSeconds(1))).contains(Duration.ofSeconds(4));
  }
}
