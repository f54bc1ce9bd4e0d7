package org.tulpar.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

  @Test
  void hasTheFormThatTheLoginReads() {
    var parts = PasswordHash.of("secret", new byte[32], 1000).split(":", -1);
    assertThat(parts).hasSize(4);
    assertThat(parts[0]).isEqualTo("PBKDF2WithHmacSHA512");
    assertThat(parts[1]).isEqualTo("1000");
    assertThat(Base64.getDecoder().decode(parts[2])).hasSize(32);
    assertThat(Base64.getDecoder().decode(parts[3])).hasSize(32);
  }

  @Test
  void isRepeatableForOneSaltAndOtherForAnotherPassword() {
    var salt = new byte[32];
    assertThat(PasswordHash.of("secret", salt, 1000))
        .isEqualTo(PasswordHash.of("secret", salt, 1000));
    assertThat(PasswordHash.of("secret", salt, 1000))
        .isNotEqualTo(PasswordHash.of("Secret", salt, 1000));
  }
}
