package org.tulpar.translation.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds a phrase in a text whatever the endings of its words; knows where. */
final class Phrase {

  /** A word of a text and where it stands in it. */
  record Word(String text, int from, int to) {}

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");
  private static final Pattern ARABIC_PREFIX = Pattern.compile("^[وبلفك]?(?:ال)?(?=\\p{L}{3})");
  private static final int SHORT = 4;

  private Phrase() {}

  static List<Word> words(String text) {
    var plain = Plain.of(text);
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(plain.text());
    while (matcher.find()) {
      words.add(
          new Word(
              matcher.group(), plain.origin(matcher.start()), plain.origin(matcher.end() - 1) + 1));
    }
    return words;
  }

  /** The first place, or null. */
  static Word find(List<Word> text, String phrase) {
    var wanted = words(phrase);
    for (int i = 0; i + wanted.size() <= text.size() && !wanted.isEmpty(); i++) {
      int from = i;
      if (IntStream.range(0, wanted.size())
          .allMatch(k -> alike(wanted.get(k).text(), text.get(from + k).text()))) {
        var last = text.get(i + wanted.size() - 1);
        return new Word(phrase, text.get(i).from(), last.to());
      }
    }
    return null;
  }

  /** The same beginning; how much of it depends on how long the word is. */
  static boolean alike(String wanted, String found) {
    var a = stripped(wanted);
    var b = stripped(found);
    if (a.equals(b)) {
      return true;
    }
    if (a.length() < SHORT || Math.abs(a.length() - b.length()) > 3) {
      return false;
    }
    int stem = Math.max(3, a.length() - 2);
    return b.length() >= stem && b.startsWith(a.substring(0, stem));
  }

  private static String stripped(String word) {
    return ARABIC_PREFIX.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
  }
}
