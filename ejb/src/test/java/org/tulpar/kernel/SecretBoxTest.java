package org.tulpar.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private final SecretBox box = new SecretBox(Base64.getEncoder().encodeToString(new byte[32]));
  private final UUID channel = UUID.randomUUID();

  @Test
  void opens_what_it_sealed() {
    assertThat(box.open(channel, box.seal(channel, "token"))).isEqualTo("token");
  }

  @Test
  void seals_the_same_secret_differently_each_time() {
    assertThat(box.seal(channel, "token")).isNotEqualTo(box.seal(channel, "token"));
  }

  @Test
  void does_not_open_in_another_channels_row() {
    var sealed = box.seal(channel, "token");
    assertThatThrownBy(() -> box.open(UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void does_not_open_when_a_bit_was_changed() {
    var sealed = box.seal(channel, "token");
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> box.open(channel, sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void knows_a_secret_again_by_its_fingerprint_and_for_its_owner_only() {
    var kept = box.fingerprint(channel, "token");
    assertThat(box.fingerprint(channel, "token")).isEqualTo(kept);
    assertThat(box.fingerprint(channel, "tokem")).isNotEqualTo(kept);
    assertThat(box.fingerprint(UUID.randomUUID(), "token")).isNotEqualTo(kept);
  }

  @Test
  void makes_no_fingerprint_without_the_key() {
    var other = new byte[32];
    other[0] = 1;
    var stranger = new SecretBox(Base64.getEncoder().encodeToString(other));
    assertThat(stranger.fingerprint(channel, "token"))
        .isNotEqualTo(box.fingerprint(channel, "token"));
  }
}
