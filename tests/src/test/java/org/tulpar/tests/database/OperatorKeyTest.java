package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tulpar.identity.OperatorKey;

/** By which key a program is taken for the operator's; without one nobody is. */
class OperatorKeyTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @Test
  void theKeyItselfOpens() {
    var key = configured(KEY);
    assertThat(key.opens(KEY)).isTrue();
    assertThat(key.opens(KEY + "0")).isFalse();
    assertThat(key.opens(KEY.substring(1))).isFalse();
    assertThat(key.opens("")).isFalse();
  }

  @Test
  void withoutAKeyNobodyIsTheOperators() {
    var key = new Rig().get(OperatorKey.class);
    assertThat(key.opens("")).isFalse();
    assertThat(key.opens(KEY)).isFalse();
  }

  @Test
  void oneThatCouldBeGuessedOpensNothing() {
    assertThat(configured("off").opens("off")).isFalse();
    assertThat(configured(KEY.substring(1)).opens(KEY.substring(1))).isFalse();
  }

  private static OperatorKey configured(String key) {
    return new Rig().setting("tulpar.operator.key", key).get(OperatorKey.class);
  }
}
