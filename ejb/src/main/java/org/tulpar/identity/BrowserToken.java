package org.tulpar.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** 256 random bits that a browser keeps; the database keeps their SHA-256 only. */
record BrowserToken(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int LENGTH = 43;

  static BrowserToken random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new BrowserToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Empty for what cannot be a token, so that a cookie of any size costs nothing. */
  static Optional<BrowserToken> of(String text) {
    return text != null && text.length() == LENGTH && text.chars().allMatch(c -> c < 128)
        ? Optional.of(new BrowserToken(text))
        : Optional.empty();
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "BrowserToken[…]";
  }
}
