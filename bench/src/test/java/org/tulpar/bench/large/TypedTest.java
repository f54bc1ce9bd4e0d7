package org.tulpar.bench.large;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {

  @Test
  void aLetterIsNeitherLostNorKeptBackForMoreThanASecond() {
    assertThat(typed(true, 20, Typed.LONGEST).undisturbed()).isTrue();
    assertThat(typed(true, 20, Typed.LONGEST + 1).undisturbed()).isFalse();
    assertThat(typed(false, 20, 30).undisturbed()).isFalse();
  }

  private static Typed typed(boolean whole, double... millis) {
    return Typed.of("nobody else writes", new Desk.Keys(millis, whole), new double[] {100});
  }
}
