package org.tulpar.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BearerSecretTest {

  @Test
  void reads_the_secret_behind_the_scheme() {
    assertThat(BearerSecret.of("Bearer s3cret")).contains("s3cret");
    assertThat(BearerSecret.of("bearer  s3cret ")).contains("s3cret");
  }

  @Test
  void accepts_nothing_else() {
    assertThat(BearerSecret.of(null)).isEmpty();
    assertThat(BearerSecret.of("")).isEmpty();
    assertThat(BearerSecret.of("Bearer ")).isEmpty();
    assertThat(BearerSecret.of("Basic czNjcmV0")).isEmpty();
  }
}
