package org.tulpar.simulator.llm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The languages the simulated model answers in; Kazakh and Kyrgyz are answered in Russian. */
enum Language {
  RU,
  EN,
  AR,
  DE,
  FR,
  ES;

  private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");
  private static final Map<String, Language> NAMES =
      Map.of("Russian", RU, "English", EN, "Arabic", AR, "German", DE, "French", FR, "Spanish", ES);
  private static final Pattern ORDER =
      Pattern.compile("\\bin (" + String.join("|", NAMES.keySet()) + ")\\b");
  private static final List<String> GERMAN =
      List.of(
          "ich", "und", "der", "die", "das", "wir", "ist", "wie", "was", "kostet", "möchte",
          "guten", "hallo", "bitte", "danke", "für", "nach", "ein", "eine", "preis", "viel");
  private static final List<String> FRENCH =
      List.of(
          "je",
          "vous",
          "nous",
          "est",
          "bonjour",
          "merci",
          "combien",
          "quel",
          "quelle",
          "pour",
          "les",
          "une",
          "salut",
          "prix",
          "coûte",
          "voudrais",
          "avec",
          "dates",
          "quand");
  private static final List<String> SPANISH =
      List.of(
          "hola", "cuánto", "cuanto", "cuesta", "gracias", "quiero", "para", "el", "los", "una",
          "buenos", "buenas", "precio", "por", "favor", "cuándo", "cuando", "qué");

  /** The one that the system prompt asks for by its English name, if it does. */
  static Optional<Language> ordered(String prompt) {
    return ORDER.matcher(prompt).results().map(found -> NAMES.get(found.group(1))).findFirst();
  }

  /** Guesses by script, then by common words; English when nothing tells. */
  static Language of(String text) {
    if (has(text, Character.UnicodeScript.ARABIC)) {
      return AR;
    }
    if (has(text, Character.UnicodeScript.CYRILLIC)) {
      return RU;
    }
    var words = List.of(WORD.split(text.toLowerCase(Locale.ROOT)));
    var german = words.stream().filter(GERMAN::contains).count();
    var french = words.stream().filter(FRENCH::contains).count();
    var spanish = words.stream().filter(SPANISH::contains).count();
    var most = Math.max(german, Math.max(french, spanish));
    if (most == 0) {
      return EN;
    }
    return most == german ? DE : most == french ? FR : ES;
  }

  private static boolean has(String text, Character.UnicodeScript script) {
    return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == script);
  }
}
