package org.tulpar.identity.second;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Six digits of every half minute out of a secret, as every app knows them: HMAC-SHA1, 160 bits.
 * The half minutes before and after are taken as well, for a telephone whose clock is not ours.
 */
record Totp(byte[] secret) {

  static final Duration STEP = Duration.ofSeconds(30);
  private static final int BYTES = 20;
  private static final int DIGITS = 6;
  private static final int DRIFT = 1;

  static Totp random() {
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return new Totp(secret);
  }

  static Totp of(String base32) {
    return new Totp(new Base32().decode(base32));
  }

  /** As a person types it into an app (RFC 4648); 160 bits need no filling. */
  String base32() {
    return new Base32().encodeToString(secret);
  }

  /** The half minute whose code this is, about now; empty for a wrong one. */
  OptionalLong window(String code, Instant now) {
    long present = now.getEpochSecond() / STEP.toSeconds();
    return LongStream.rangeClosed(present - DRIFT, present + DRIFT)
        .filter(window -> isSame(code(window), code))
        .findFirst();
  }

  /** Takes as long for a wrong digit wherever it stands. */
  private static boolean isSame(String right, String typed) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
  }

  String code(long window) {
    try {
      var generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()),
          Instant.ofEpochSecond(window * STEP.toSeconds()));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a secret of ours is a key", e);
    }
  }

  @Override
  public String toString() {
    return "Totp[…]";
  }
}
