package org.tulpar.integrations.wire;

/**
 * Text that PostgreSQL stores and XML shows: no NUL, no half of a surrogate pair, at most {@value
 * #LONGEST} characters, the last of which is … when something was cut.
 */
public final class PlainText {

  public static final int LONGEST = 65_536;

  private PlainText() {}

  public static String of(String raw) {
    var text = broken(raw) ? repaired(raw) : raw;
    return text.length() <= LONGEST ? text : cut(text);
  }

  /** At most {@code longest} characters, for values that are no text to read. */
  public static String shortened(String text, int longest) {
    return text == null || text.length() <= longest ? text : of(text.substring(0, longest));
  }

  private static boolean broken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  private static String repaired(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0)
        .map(point -> isHalf(point) ? 0xFFFD : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static String cut(String text) {
    int end = LONGEST - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
