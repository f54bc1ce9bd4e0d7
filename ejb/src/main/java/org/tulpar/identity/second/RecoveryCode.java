package org.tulpar.identity.second;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Ten letters, 49 random bits; what is kept of it cannot be tried without the installation's key.
 */
record RecoveryCode(String text) {

  /** Without those that are taken for others. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int HALF = 5;

  static RecoveryCode random() {
    var random = new SecureRandom();
    var text = new StringBuilder();
    for (int i = 0; i < 2 * HALF; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new RecoveryCode(text.insert(HALF, '-').toString());
  }

  String plain() {
    return plain(text);
  }

  /** People type what they read, with a space in the middle or a capital at the beginning. */
  static String plain(String typed) {
    return typed == null ? "" : typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
  }

  @Override
  public String toString() {
    return "RecoveryCode[…]";
  }
}
