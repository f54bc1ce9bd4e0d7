package org.tulpar.translation.fidelity;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The consonants of a name in classes that three scripts have in common, so that Фатима, Fatima and
 * فاطمة are one.
 */
final class Skeleton {

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern DOUBLE = Pattern.compile("(.)\\1+");
  private static final Map<Character, String> CLASSES =
      Map.ofEntries(
          all('b', "bpбпبپ"),
          all('f', "fvфвفڤ"),
          all('k', "kgqcxкгхقكغخگ"),
          all('s', "szjсзцчшщжسصزذظشجثچ"),
          all('t', "tdтдтطتدض"),
          all('l', "lłлل"),
          all('m', "mмم"),
          all('n', "nнن"),
          all('r', "rрر"));

  private Skeleton() {}

  private static Map.Entry<Character, String> all(char consonant, String letters) {
    return Map.entry(consonant, letters);
  }

  /** A j is heard in some languages and is a vowel in others: Jamila, Ajgul; then there are two. */
  static Set<String> of(String name) {
    var plain = name.toLowerCase(Locale.ROOT);
    var soft = bones(plain.replace("j", ""));
    return soft.length() < 2 ? Set.of(bones(plain)) : new HashSet<>(List.of(bones(plain), soft));
  }

  private static String bones(String name) {
    var letters =
        MARKS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
            .replaceAll("")
            .replace("kh", "k")
            .replace("chr", "kr")
            .replace("sch", "s")
            .replace("sh", "s")
            .replace("ch", "s")
            .replace("th", "t")
            .replace("ph", "f")
            .replace("дж", "j");
    var bones = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      var letter = letters.charAt(i);
      CLASSES.forEach(
          (consonant, same) -> {
            if (same.indexOf(letter) >= 0) {
              bones.append(consonant.charValue());
            }
          });
    }
    return DOUBLE.matcher(bones).replaceAll("$1");
  }

  /** The same bones; of four or more, one behind the first may differ. */
  static boolean alike(String a, String b) {
    return a.equals(b)
        || Math.min(a.length(), b.length()) >= 4
            && a.charAt(0) == b.charAt(0)
            && distance(a, b) <= 1;
  }

  /** Zero, one, or more than one (two). */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return 2;
    }
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    var restA = a.substring(i);
    var restB = b.substring(i);
    var replaced =
        !restA.isEmpty() && !restB.isEmpty() && restA.substring(1).equals(restB.substring(1));
    var longer = a.length() > b.length() ? restA : restB;
    var shorter = a.length() > b.length() ? restB : restA;
    var inserted = a.length() != b.length() && longer.substring(1).equals(shorter);
    return replaced || inserted ? 1 : 2;
  }
}
