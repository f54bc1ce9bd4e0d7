package org.tulpar.identity.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as every app makes them. */
class TotpTest {

  /** The secret of the vectors of RFC 6238, appendix B. */
  private static final Totp RFC =
      new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** The last six of the eight digits that stand there. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theVectorsOfTheStandardHold(long second, String code) {
    assertThat(RFC.code(second / 30)).isEqualTo(code);
    assertThat(RFC.window(code, Instant.ofEpochSecond(second))).hasValue(second / 30);
  }

  @Test
  void aClockMayBeHalfAMinuteWrongAndNoMore() {
    var now = Instant.ofEpochSecond(1_111_111_111);
    var window = now.getEpochSecond() / 30;
    assertThat(RFC.window(RFC.code(window - 1), now)).hasValue(window - 1);
    assertThat(RFC.window(RFC.code(window + 1), now)).hasValue(window + 1);
    assertThat(RFC.window(RFC.code(window - 2), now)).isEmpty();
    assertThat(RFC.window(RFC.code(window + 2), now)).isEmpty();
    assertThat(RFC.window("", now)).isEmpty();
  }

  @Test
  void aSecretIsTypedAsTheStandardSays() {
    assertThat(RFC.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Totp.of(RFC.base32()).secret()).isEqualTo(RFC.secret());
    var random = Totp.random();
    assertThat(random.secret()).hasSize(20);
    assertThat(Totp.of(random.base32()).secret()).isEqualTo(random.secret());
    assertThat(random).hasToString("Totp[…]");
  }
}
