package org.tulpar.translation.fidelity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one language for months, days, currencies and small numbers; for a language that we
 * have no words of, those of all.
 */
final class Lexicon {

  static final List<String> LANGUAGES = List.of("en", "ru", "ar", "fr", "de", "es", "pl");

  private static final String NOTHING = "(?!)";
  private static final Map<String, Lexicon> KNOWN =
      LANGUAGES.stream().collect(Collectors.toMap(it -> it, it -> new Lexicon(List.of(it))));
  private static final Lexicon ALL = new Lexicon(LANGUAGES);

  private final List<String> languages;
  private final List<Properties> words;
  private final Map<String, Pattern> wholes = new ConcurrentHashMap<>();

  private Lexicon(List<String> languages) {
    this.languages = languages;
    this.words = languages.stream().map(Lexicon::load).toList();
  }

  /**
   * @param language ISO 639-1, with or without a region, or null
   */
  static Lexicon of(String language) {
    return language == null
        ? ALL
        : KNOWN.getOrDefault(
            language.substring(0, Math.min(2, language.length())).toLowerCase(Locale.ROOT), ALL);
  }

  private static Properties load(String language) {
    var properties = new Properties();
    try (var in = Lexicon.class.getResourceAsStream(language + ".properties");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The alternatives behind a key, as one group; what fits nothing when there are none. */
  String group(String key) {
    var all =
        words.stream()
            .filter(each -> !each.getProperty(key, "").isBlank())
            .map(
                each ->
                    each.getProperty("prefix", "")
                        + "(?:"
                        + Plain.of(each.getProperty(key)).text()
                        + ")")
            .collect(Collectors.joining("|"));
    return all.isEmpty() ? NOTHING : "(?:" + all + ")";
  }

  /** All alternatives of numbered or named keys, as one group. */
  String groups(String prefix) {
    var all = keys(prefix).map(this::group).collect(Collectors.joining("|"));
    return all.isEmpty() ? NOTHING : "(?:" + all + ")";
  }

  private Stream<String> keys(String prefix) {
    return words.stream()
        .flatMap(each -> each.stringPropertyNames().stream())
        .filter(key -> key.startsWith(prefix + "."))
        .distinct()
        .sorted();
  }

  /** Which of the keys a whole word belongs to, for example the month's number; or null. */
  String which(String prefix, String word) {
    return keys(prefix)
        .filter(key -> is(key, word))
        .map(key -> key.substring(prefix.length() + 1))
        .findFirst()
        .orElse(null);
  }

  /** Whether the whole word stands behind the key. */
  boolean is(String key, String word) {
    return wholes
        .computeIfAbsent(key, k -> Pattern.compile(group(k), Regex.WORDS))
        .matcher(word)
        .matches();
  }

  /** Words that stand for small numbers, by the number. */
  Map<Integer, String> numbers() {
    var all = new LinkedHashMap<Integer, String>();
    keys("number").forEach(key -> all.put(Integer.valueOf(key.substring(7)), group(key)));
    return all;
  }

  /** Whether the language puts the month before the day. */
  boolean monthFirst() {
    return languages.contains("en");
  }
}
