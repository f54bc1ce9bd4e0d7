package org.tulpar.translation.fidelity;

import java.util.Arrays;

/**
 * A text in the form in which it is searched: one kind of digits, spaces, hyphens and alef, nothing
 * invisible; every place is known in the text as it was written.
 */
final class Plain {

  private static final String SPACES = "\u00a0\u202f\u2009\u2007\u2008\u2006\u3000";
  private static final String HYPHENS = "\u2010\u2011\u2212\u00ad";
  private static final String ALEFS = "\u0623\u0625\u0622\u0671";

  private final String written;
  private final StringBuilder text = new StringBuilder();
  private int[] origins = new int[16];

  private Plain(String written) {
    this.written = written;
    for (int i = 0; i < written.length(); i++) {
      var form = form(written.charAt(i));
      if (form != 0) {
        add(form, i);
      }
    }
  }

  static Plain of(String written) {
    return new Plain(written);
  }

  private void add(char letter, int origin) {
    if (text.length() == origins.length) {
      origins = Arrays.copyOf(origins, 2 * origins.length);
    }
    origins[text.length()] = origin;
    text.append(letter);
  }

  String text() {
    return text.toString();
  }

  /** Where a place of the plain text lies in the written one. */
  int origin(int at) {
    return origins[at];
  }

  /** The written text between two places of the plain one. */
  String written(int from, int to) {
    return written.substring(origins[from], origins[to - 1] + 1);
  }

  /** Zero for what is not seen: marks of direction and width, vowel marks, variation selectors. */
  private static char form(char c) {
    if (Character.getType(c) == Character.FORMAT && c != '\u00ad' || isMark(c)) {
      return 0;
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (SPACES.indexOf(c) >= 0) {
      return ' ';
    }
    if (HYPHENS.indexOf(c) >= 0) {
      return '-';
    }
    return ALEFS.indexOf(c) >= 0 ? '\u0627' : sign(c);
  }

  private static boolean isMark(char c) {
    return c >= '\u064b' && c <= '\u0652'
        || c == '\u0670'
        || c == '\u0640'
        || c == '\ufe0f'
        || c == '\u20e3';
  }

  private static char sign(char c) {
    return switch (c) {
      case '\u066b' -> '.';
      case '\u066c', '\u060c' -> ',';
      case '\u061b' -> ';';
      case '\u061f' -> '?';
      case '\u066a' -> '%';
      case '\u0451' -> '\u0435';
      case '\u0401' -> '\u0415';
      case '\u2019', '\u02bc' -> '\'';
      default -> c;
    };
  }
}
