package org.tulpar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.tulpar.kernel.SecretBox;
import org.tulpar.tenant.OrganizationId;

class ChannelRouteTest {

  private static final byte[] BODY = bytes("{\"object\": \"whatsapp_business_account\"}");
  private static final SecretBox BOX =
      new SecretBox(Base64.getEncoder().encodeToString(new byte[32]));
  private static final UUID CHANNEL = UUID.randomUUID();

  private final ChannelRoute route = route("new", "old");

  @Test
  void bothSecretsOpenDuringARotation() throws GeneralSecurityException {
    assertThat(admits(new Proof.Shown("new"))).isTrue();
    assertThat(admits(new Proof.Shown("old"))).isTrue();
    assertThat(admits(new Proof.Shown("older"))).isFalse();
  }

  @Test
  void bothKeysSignDuringARotation() throws GeneralSecurityException {
    assertThat(admits(signed("new", BODY))).isTrue();
    assertThat(admits(signed("old", BODY))).isTrue();
    assertThat(admits(signed("older", BODY))).isFalse();
  }

  @Test
  void aSignatureIsOfThisVeryBody() throws GeneralSecurityException {
    assertThat(admits(signed("new", bytes("{\"object\":\"whatsapp_business_account\"}"))))
        .isFalse();
    assertThat(admits(new Proof.Signed(new byte[0]))).isFalse();
    assertThat(admits(new Proof.Signed(new byte[32]))).isFalse();
  }

  @Test
  void afterTheRotationTheOldOnesOpenNothing() throws GeneralSecurityException {
    var after = route("new", null);
    assertThat(after.admits(new Proof.Shown("old"), BODY, BOX)).isFalse();
    assertThat(after.admits(signed("old", BODY), BODY, BOX)).isFalse();
  }

  @Test
  void nothingSignsForAChannelWithoutAKey() throws GeneralSecurityException {
    var unsigned =
        new ChannelRoute(
            new OrganizationId(UUID.randomUUID()),
            CHANNEL,
            ChannelType.TELEGRAM,
            sha256("new"),
            null,
            null,
            null);
    assertThat(unsigned.admits(signed("new", BODY), BODY, BOX)).isFalse();
    assertThat(unsigned.admits(signed("", BODY), BODY, BOX)).isFalse();
  }

  private boolean admits(Proof proof) {
    return route.admits(proof, BODY, BOX);
  }

  private static ChannelRoute route(String current, String previous) {
    try {
      return new ChannelRoute(
          new OrganizationId(UUID.randomUUID()),
          CHANNEL,
          ChannelType.WHATSAPP_CLOUD,
          sha256(current),
          previous == null ? null : sha256(previous),
          BOX.seal(CHANNEL, current),
          previous == null ? null : BOX.seal(CHANNEL, previous));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Proof signed(String key, byte[] body) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.isEmpty() ? new byte[1] : bytes(key), "HmacSHA256"));
    return new Proof.Signed(mac.doFinal(body));
  }

  private static byte[] sha256(String text) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
