package org.tulpar.client.field;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How what people type becomes what a card holds; whatever cannot is refused with its reason. Blank
 * is null everywhere.
 */
public final class ClientInput {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 4000;
  private static final Pattern PHONE = Pattern.compile("[+]?[0-9 ()./\\u00a0-]+");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"',;]+@[^\\s@<>\"',;.]+([.][^\\s@<>\"',;.]+)+");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private ClientInput() {}

  public static String name(String typed) {
    return limited(typed, LONGEST_NAME, "name_too_long");
  }

  public static String text(String typed) {
    return limited(typed, LONGEST_TEXT, "text_too_long");
  }

  /** International digits without plus: "+996 (555) 12-34-56" and "00996555123456" are the same. */
  public static String phone(String typed) {
    var text = blankToNull(typed);
    if (text == null) {
      return null;
    }
    if (!PHONE.matcher(text).matches()) {
      throw new ClientRefused("phone");
    }
    var digits = NO_DIGITS.matcher(text).replaceAll("");
    var number = digits.startsWith("00") ? digits.substring(2) : digits;
    if (number.length() < 7 || number.length() > 15) {
      throw new ClientRefused("phone");
    }
    return number;
  }

  /** In small letters. */
  public static String email(String typed) {
    var text = limited(typed, LONGEST_NAME, "email");
    if (text != null && !EMAIL.matcher(text).matches()) {
      throw new ClientRefused("email");
    }
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /** ISO 639-1. */
  public static String language(String typed) {
    var text = blankToNull(typed);
    var code = text == null ? null : text.toLowerCase(Locale.ROOT);
    if (code != null && !LANGUAGE.matcher(code).matches()) {
      throw new ClientRefused("language");
    }
    return code;
  }

  /** Without spaces around; a character that no text has, such as NUL, is refused. */
  public static String blankToNull(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    if (typed.indexOf('\0') >= 0) {
      throw new ClientRefused("character");
    }
    return typed.strip();
  }

  /** As it is, but for the blanks around it; longer than that many characters it is refused. */
  public static String limited(String typed, int most, String reason) {
    var text = blankToNull(typed);
    if (text != null && text.length() > most) {
      throw new ClientRefused(reason);
    }
    return text;
  }
}
