package org.tulpar.translation.fidelity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The same sentences in the seven languages, each with its own way to write figures. */
final class Corpus {

  private Corpus() {}

  static List<String> lines(String file) {
    try (var in = Corpus.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Words> sentences(String language) {
    return lines("corpus." + language + ".txt").stream()
        .map(text -> new Words(text, language))
        .toList();
  }

  /** Sentences with a place for a name; a name of every language stands where the language does. */
  record Naming(List<String> sentences, List<String> names) {}

  static Naming naming(String language) {
    var sentences = fields("naming.tsv").filter(row -> row.getFirst().equals(language));
    int column = fields("naming.tsv").map(List::getFirst).toList().indexOf(language);
    return new Naming(
        sentences.findFirst().orElseThrow().stream().skip(1).toList(),
        fields("names.tsv").map(row -> row.get(column)).toList());
  }

  private static Stream<List<String>> fields(String file) {
    return lines(file).stream().map(line -> List.of(line.split("\t")));
  }

  /** A source and its faithful translation. */
  record Pair(Words source, Words target) {}

  /** Every sentence from every language into every other. */
  static Stream<Pair> pairs() {
    return Lexicon.LANGUAGES.stream()
        .flatMap(
            from ->
                Lexicon.LANGUAGES.stream()
                    .filter(to -> !to.equals(from))
                    .flatMap(to -> pairs(from, to)));
  }

  static Stream<Pair> pairs(String from, String to) {
    var sources = sentences(from);
    var targets = sentences(to);
    return java.util.stream.IntStream.range(0, sources.size())
        .mapToObj(i -> new Pair(sources.get(i), targets.get(i)));
  }
}
