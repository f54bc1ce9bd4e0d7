package org.tulpar.channel.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.tulpar.kernel.SecretBox;

/** Makes secrets and keeps them unreadable. */
@ApplicationScoped
class Seals {

  private static final int BYTES = 32;

  @Inject private SecretBox box;

  byte[] seal(UUID channel, String secret) {
    return box.seal(channel, secret);
  }

  String open(UUID channel, byte[] sealed) {
    return box.open(channel, sealed);
  }

  /** 256 random bits in words that a header and a path may hold. */
  static String fresh() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** As {@code ChannelRoute} compares it. */
  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
