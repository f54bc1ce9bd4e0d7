package org.tulpar.simulator.deepl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The same sentences in every language; a # stands for a figure and travels along. */
final class PhraseBook {

  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[\\s\u00a0.,:]\\d+)*");
  private static final Pattern PLACE = Pattern.compile("#");
  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{P}]+|[\\s\\p{P}&&[^#]]+$");

  private final List<String> languages;
  private final Map<String, Map<String, String>> phrases = new HashMap<>();
  private final Map<String, String> languageOf = new HashMap<>();

  PhraseBook() {
    var lines = lines();
    languages = List.of(lines.getFirst().split("\t", -1));
    for (var line : lines.subList(1, lines.size())) {
      var forms = line.split("\t", -1);
      var phrase = new HashMap<String, String>();
      for (int i = 0; i < forms.length; i++) {
        phrase.put(languages.get(i), forms[i]);
        phrases.put(key(forms[i]), phrase);
        languageOf.putIfAbsent(key(forms[i]), languages.get(i));
      }
    }
  }

  private static List<String> lines() {
    try (var in = PhraseBook.class.getResourceAsStream("phrases.tsv");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> languages() {
    return languages;
  }

  /** The language of a sentence that stands in the book, or null. */
  String language(String sentence) {
    return languageOf.get(key(pattern(sentence)));
  }

  /** The sentence in another language with its own figures, or null when it is not in the book. */
  String translate(String sentence, String target) {
    var phrase = phrases.get(key(pattern(sentence)));
    if (phrase == null || phrase.get(target) == null) {
      return null;
    }
    var figures = new ArrayDeque<String>();
    FIGURE.matcher(western(sentence)).results().forEach(found -> figures.add(found.group()));
    return PLACE
        .matcher(phrase.get(target))
        .replaceAll(place -> figures.isEmpty() ? "#" : figures.remove());
  }

  private static String pattern(String sentence) {
    return FIGURE.matcher(western(sentence)).replaceAll("#");
  }

  private static String key(String sentence) {
    return EDGES.matcher(sentence).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String western(String text) {
    var all = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                all.append(
                    Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
    return all.toString();
  }
}
