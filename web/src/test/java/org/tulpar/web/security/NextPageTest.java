package org.tulpar.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/inbox", "/inbox/42?tab=mine"})
  void aPathOfOursIsKept(String wanted) {
    assertThat(NextPage.of(wanted).path()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "inbox",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie:x",
        "/a b",
        "/login",
        "/login?next=/login"
      })
  void anythingElseLeadsToTheRoot(String wanted) {
    assertThat(NextPage.of(wanted).path()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(ints = {501, 5000})
  void aPathThatIsTooLongLeadsToTheRoot(int length) {
    assertThat(NextPage.of("/" + "a".repeat(length)).path()).isEqualTo("/");
  }

  @Test
  void theSignInLeadsToThePageThatWasAskedFor() {
    assertThat(NextPage.of("/inbox?tab=ALL&q=1").login())
        .isEqualTo("/login?next=%2Finbox%3Ftab%3DALL%26q%3D1");
    assertThat(NextPage.of("//evil.example").login()).isEqualTo("/login");
  }
}
