package org.tulpar.translation.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tulpar.translation.fidelity.Finding.Kind;

/** Glossary terms and names: each that the source says must be heard in the translation. */
final class Names {

  private static final Pattern SPACE = Pattern.compile("[\\s-]+");
  private static final Pattern BRAND = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}'’]{3,}");
  private static final int SHORTEST = 3;
  private static final String ENDINGS = "msf";

  private Names() {}

  static List<Finding> terms(Words source, Words target, List<Term> terms) {
    var said = Phrase.words(source.text());
    var heard = Phrase.words(target.text());
    var findings = new ArrayList<Finding>();
    for (var term : terms) {
      var form = term.in(source.language());
      var wanted = term.in(target.language());
      var place = form == null || wanted == null ? null : Phrase.find(said, form);
      if (place != null && Phrase.find(heard, wanted) == null) {
        findings.add(new Finding(Kind.TERM, wanted, place.from(), place.to(), null, -1));
      }
    }
    return findings;
  }

  /**
   * @param known names of people that may be mentioned
   */
  static List<Finding> names(Words source, Words target, List<String> known) {
    var said = Phrase.words(source.text());
    var words = Phrase.words(target.text());
    var heard = words.stream().map(Phrase.Word::text).toList();
    var bones =
        words.stream()
            .filter(Names::isCapital)
            .flatMap(word -> Skeleton.of(word.text()).stream())
            .toList();
    var names = new LinkedHashMap<String, Phrase.Word>();
    Stream.concat(mentioned(said, known), brands(said))
        .forEach(name -> names.putIfAbsent(name.text(), name));
    return names.values().stream()
        .filter(name -> !survives(name.text(), heard, bones))
        .map(name -> new Finding(Kind.NAME, name.text(), name.from(), name.to(), null, -1))
        .toList();
  }

  /** Each part of a name as it is known, where the text has it. */
  private static Stream<Phrase.Word> mentioned(List<Phrase.Word> said, List<String> known) {
    return known.stream()
        .map(name -> Plain.of(name).text())
        .flatMap(SPACE::splitAsStream)
        .filter(part -> part.length() >= SHORTEST)
        .flatMap(
            part ->
                said.stream()
                    .filter(word -> isCapital(word) && Phrase.alike(part, word.text()))
                    .limit(1)
                    .map(word -> new Phrase.Word(part, word.from(), word.to())));
  }

  private static boolean isCapital(Phrase.Word word) {
    var first = word.text().codePointAt(0);
    return Character.toUpperCase(first) == first;
  }

  /** A Latin word with a capital letter among another script is a name: of a hotel, a city. */
  private static Stream<Phrase.Word> brands(List<Phrase.Word> said) {
    var foreign =
        said.stream()
            .anyMatch(
                word ->
                    word.text()
                        .codePoints()
                        .anyMatch(
                            c ->
                                Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC
                                    || Character.UnicodeScript.of(c)
                                        == Character.UnicodeScript.ARABIC));
    return said.stream()
        .filter(word -> foreign && BRAND.matcher(word.text()).matches())
        .filter(word -> Character.isUpperCase(word.text().codePointAt(0)));
  }

  private static boolean survives(String name, List<String> heard, List<String> bones) {
    if (heard.stream().anyMatch(word -> Phrase.alike(name, word))) {
      return true;
    }
    var own = Skeleton.of(name);
    return bones.stream()
        .anyMatch(
            other ->
                own.stream().anyMatch(one -> Skeleton.alike(one, other) || ending(one, other)));
  }

  /** An ending may bring a consonant along: Айгулем, Aigulem, Aiguls, Aigulowi. */
  private static boolean ending(String own, String other) {
    return own.length() >= 2
        && other.length() == own.length() + 1
        && other.startsWith(own)
        && ENDINGS.indexOf(other.charAt(own.length())) >= 0;
  }
}
