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
