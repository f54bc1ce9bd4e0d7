package org.tulpar.translation;

import java.util.Locale;
import java.util.Set;

/** What is known of a text's language without asking anybody. */
public final class Tongue {

  private static final Set<String> CYRILLIC = Set.of("ru", "kk", "ky", "uk", "be", "bg", "tg");
  private static final Set<String> ARABIC = Set.of("ar", "fa", "ur");

  private Tongue() {}

  /** ISO 639-1 without the region; null stays null. */
  public static String of(String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    int end = 0;
    while (end < code.length() && Character.isLetter(code.charAt(end))) {
      end++;
    }
    return code.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** Whether there is anything to translate: figures and signs are the same everywhere. */
  public static boolean hasWords(String text) {
    return text != null && text.codePoints().anyMatch(Character::isLetter);
  }

  /** Whether most letters of the text are of the script in which the language is written. */
  public static boolean looksLike(String text, String language) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long own =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> Character.UnicodeScript.of(letter) == script(language))
            .count();
    return own * 10 >= letters * 7;
  }

  private static Character.UnicodeScript script(String language) {
    if (CYRILLIC.contains(language)) {
      return Character.UnicodeScript.CYRILLIC;
    }
    return ARABIC.contains(language)
        ? Character.UnicodeScript.ARABIC
        : Character.UnicodeScript.LATIN;
  }
}
