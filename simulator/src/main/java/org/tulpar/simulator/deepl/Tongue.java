package org.tulpar.simulator.deepl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Guesses a language by its script, its own letters, and its commonest words. */
final class Tongue {

  private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");
  private static final Pattern POLISH = Pattern.compile("[ąćęłńśźż]");

  private static final Map<String, List<String>> COMMON = new LinkedHashMap<>();

  static {
    COMMON.put("en", List.of("the", "is", "and", "for", "we", "you", "how", "to", "hello", "a"));
    COMMON.put("de", List.of("der", "die", "und", "ist", "wir", "für", "wie", "das", "ein", "ich"));
    COMMON.put("fr", List.of("le", "les", "est", "et", "nous", "pour", "vous", "une", "bonjour"));
    COMMON.put("es", List.of("el", "los", "es", "para", "hola", "una", "por", "cuánto", "qué"));
    COMMON.put("pl", List.of("i", "jest", "dla", "nie", "dzień", "dobry", "proszę", "na", "w"));
  }

  private Tongue() {}

  static String of(String text) {
    if (has(text, Character.UnicodeScript.ARABIC)) {
      return "ar";
    }
    if (has(text, Character.UnicodeScript.CYRILLIC)) {
      return "ru";
    }
    var lower = text.toLowerCase(Locale.ROOT);
    if (POLISH.matcher(lower).find()) {
      return "pl";
    }
    var words = List.of(WORD.split(lower));
    var best = "en";
    long most = 0;
    for (var language : COMMON.entrySet()) {
      long found = words.stream().filter(language.getValue()::contains).count();
      if (found > most) {
        most = found;
        best = language.getKey();
      }
    }
    return best;
  }

  private static boolean has(String text, Character.UnicodeScript script) {
    return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == script);
  }
}
