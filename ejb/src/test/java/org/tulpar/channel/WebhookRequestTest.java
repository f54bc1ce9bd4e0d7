package org.tulpar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookRequestTest {

  private record Only(String authorization) implements WebhookRequest {

    @Override
    public Optional<String> header(String name) {
      return name.equals("Authorization") ? Optional.ofNullable(authorization) : Optional.empty();
    }

    @Override
    public Optional<String> query(String name) {
      return Optional.empty();
    }
  }

  @Test
  void readsTheSecretBehindTheScheme() {
    assertThat(new Only("Bearer s3cret").bearer()).contains("s3cret");
    assertThat(new Only("bearer  s3cret ").bearer()).contains("s3cret");
  }

  @Test
  void acceptsNothingElse() {
    assertThat(new Only(null).bearer()).isEmpty();
    assertThat(new Only("").bearer()).isEmpty();
    assertThat(new Only("Bearer ").bearer()).isEmpty();
    assertThat(new Only("Basic czNjcmV0").bearer()).isEmpty();
  }
}
