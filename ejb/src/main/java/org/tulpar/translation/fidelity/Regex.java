package org.tulpar.translation.fidelity;

import java.util.regex.Pattern;

/** What patterns are made of. */
final class Regex {

  static final int WORDS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Nothing of a word before or after. */
  static final String BEGIN = "(?<![\\p{L}\\d])";

  static final String END = "(?![\\p{L}\\d])";

  private Regex() {}

  /**
   * A number, with groups of three and with decimals.
   *
   * @param name of the group that holds it; each number of a pattern has its own
   */
  static String number(String name) {
    return "(?<!\\d)(?<%1$s>\\d{1,3}(?:(?<%1$sSep>[ .,'])\\d{3})(?:\\k<%1$sSep>\\d{3})*(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d+)?)(?!\\d)"
        .formatted(name);
  }

  static Pattern of(String pattern) {
    return Pattern.compile(pattern, WORDS);
  }
}
