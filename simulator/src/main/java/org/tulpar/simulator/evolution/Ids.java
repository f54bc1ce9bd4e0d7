package org.tulpar.simulator.evolution;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Identifiers that look like the real ones. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A message's id as WhatsApp Web makes it. */
  public static String message() {
    var bytes = new byte[9];
    RANDOM.nextBytes(bytes);
    return "3EB0" + HexFormat.of().withUpperCase().formatHex(bytes);
  }

  /** A row's id in Evolution's database. */
  static String row() {
    var id = new StringBuilder("cm");
    RANDOM.ints(23, 0, 36).forEach(digit -> id.append(Character.forDigit(digit, 36)));
    return id.toString();
  }

  /** An instance's token. */
  static String token() {
    return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  }
}
