package org.tulpar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Throttle.Attempt HERE = new Throttle.Attempt("Aigul", "10.0.0.1");

  private final Throttle throttle = new Throttle();

  @Test
  void fourFailuresAreForgiven() {
    fail(HERE, 4);
    assertThat(throttle.pause(HERE, NOON)).isZero();
  }

  @Test
  void theFifthFailurePausesForTenMinutes() {
    fail(HERE, 5);
    assertThat(throttle.pause(HERE, NOON)).isEqualTo(Throttle.WINDOW);
    assertThat(throttle.pause(HERE, NOON.plus(Throttle.WINDOW))).isZero();
  }

  @Test
  void theCaseOfTheLoginDoesNotMatter() {
    fail(HERE, 5);
    assertThat(throttle.pause(new Throttle.Attempt(" aIGUL ", "10.0.0.1"), NOON)).isPositive();
  }

  @Test
  void thePersonMayStillComeInFromElsewhere() {
    fail(HERE, 5);
    assertThat(throttle.pause(new Throttle.Attempt("aigul", "10.0.0.2"), NOON)).isZero();
  }

  @Test
  void anAddressThatTriesManyLoginsPauses() {
    for (int i = 0; i < 50; i++) {
      throttle.failed(new Throttle.Attempt("login" + i, "10.0.0.1"), NOON);
    }
    assertThat(throttle.pause(new Throttle.Attempt("another", "10.0.0.1"), NOON)).isPositive();
  }

  @Test
  void aLoginThatIsTriedFromManyAddressesPauses() {
    for (int i = 0; i < 50; i++) {
      throttle.failed(new Throttle.Attempt("aigul", "10.0.1." + i), NOON);
    }
    assertThat(throttle.pause(new Throttle.Attempt("aigul", "10.9.9.9"), NOON)).isPositive();
  }

  @Test
  void theRightPasswordClearsThePersonHere() {
    fail(HERE, 4);
    throttle.succeeded(HERE);
    fail(HERE, 4);
    assertThat(throttle.pause(HERE, NOON)).isZero();
  }

  @Test
  void oldFailuresAreForgotten() {
    fail(HERE, 4);
    var later = NOON.plus(Throttle.WINDOW).plus(Duration.ofSeconds(1));
    throttle.failed(HERE, later);
    assertThat(throttle.pause(HERE, later)).isZero();
  }

  @Test
  void strangersDoNotMakeItForgetTheAddressTheyComeFrom() {
    for (int i = 0; i < Throttle.REMEMBERED * 2; i++) {
      throttle.failed(new Throttle.Attempt("login" + i, "10.0.0.1"), NOON);
    }
    assertThat(throttle.pause(HERE, NOON)).isPositive();
  }

  @Test
  void anAttemptCountsBeforeItIsLookedAt() {
    for (int i = 0; i < 5; i++) {
      assertThat(throttle.admit(HERE, NOON)).isZero();
    }
    assertThat(throttle.admit(HERE, NOON)).isEqualTo(Throttle.WINDOW);
    var later = NOON.plus(Throttle.WINDOW);
    assertThat(throttle.admit(HERE, later)).as("who waited was not counted").isZero();
  }

  @Test
  void oneThatWasRightCountsNowhere() {
    for (int i = 0; i < 60; i++) {
      assertThat(throttle.admit(HERE, NOON)).isZero();
      throttle.withdraw(HERE);
    }
    fail(HERE, 4);
    assertThat(throttle.pause(HERE, NOON)).isZero();
  }

  @Test
  void aLoginMayBeForgivenLess() {
    var strict = new Throttle(10);
    for (int i = 0; i < 10; i++) {
      strict.failed(new Throttle.Attempt("aigul", "10.0.1." + i), NOON);
    }
    assertThat(strict.pause(new Throttle.Attempt("aigul", "10.9.9.9"), NOON)).isPositive();
  }

  private void fail(Throttle.Attempt attempt, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(attempt, NOON);
    }
  }
}
