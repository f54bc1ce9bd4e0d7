package org.tulpar.client.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and files write, and what a card holds of it. */
class ClientInputTest {

  @ParameterizedTest
  @CsvSource({
    "+996 (555) 12-34-56, 996555123456",
    "00996555123456, 996555123456",
    "8.912.345.67.89, 89123456789"
  })
  void a_phone_is_its_digits(String typed, String kept) {
    assertThat(ClientInput.phone(typed)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123", "1234567890123456", "звоните вечером", "+996 555 12a", "=1+1"})
  void what_is_no_phone_is_refused(String typed) {
    assertThatThrownBy(() -> ClientInput.phone(typed)).isInstanceOf(ClientRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fatima@mail", "@mail.com", "a b@mail.com", "a@b@c.com", "x"})
  void what_is_no_email_is_refused(String typed) {
    assertThatThrownBy(() -> ClientInput.email(typed)).isInstanceOf(ClientRefused.class);
  }

  @Test
  void blanks_are_nothing_and_a_character_that_cannot_be_kept_is_refused() {
    assertThat(ClientInput.name(" \t")).isNull();
    assertThat(ClientInput.name(" Анна ")).isEqualTo("Анна");
    assertThatThrownBy(() -> ClientInput.name("Ан\0на")).isInstanceOf(ClientRefused.class);
    assertThatThrownBy(() -> ClientInput.name("x".repeat(201))).isInstanceOf(ClientRefused.class);
  }
}
