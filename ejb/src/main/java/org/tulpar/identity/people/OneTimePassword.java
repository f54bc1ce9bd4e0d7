package org.tulpar.identity.people;

import java.security.SecureRandom;
import java.time.Duration;

/** Twelve signs that are told apart on paper and on the telephone: 59 random bits. */
record OneTimePassword(String text) {

  /** How long the person has to come in with it. */
  static final Duration HOLDS = Duration.ofDays(7);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 12;
  private static final int GROUP = 4;

  static OneTimePassword random() {
    var text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return new OneTimePassword(text.toString());
  }

  @Override
  public String toString() {
    return "OneTimePassword[…]";
  }
}
