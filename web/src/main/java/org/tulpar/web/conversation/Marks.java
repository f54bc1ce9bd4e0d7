package org.tulpar.web.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tulpar.translation.fidelity.Finding;

/**
 * Where the two texts of a translation differ in what must survive. Places never overlap and lie
 * within their text, whatever was stored.
 */
final class Marks {

  /** A piece of a text; one that is in doubt is drawn so. */
  public record Piece(String text, boolean doubt) {}

  private record Span(int from, int to) {}

  private final String text;
  private final List<Span> spans = new ArrayList<>();

  private Marks(String text, List<Span> found) {
    this.text = text;
    var end = 0;
    for (var span : found) {
      if (span.from() >= end) {
        spans.add(span);
        end = span.to();
      }
    }
  }

  /** What the source says and the translation does not. */
  static Marks before(String source, List<Finding> findings) {
    return of(
        source,
        findings.stream()
            .filter(one -> one.before() != null)
            .map(one -> span(source, one.from(), one.to(), one.before()))
            .toList());
  }

  /** What the translation says and the source does not. */
  static Marks after(String translation, List<Finding> findings) {
    return of(
        translation,
        findings.stream()
            .filter(one -> one.after() != null)
            .map(one -> span(translation, one.at(), one.at() + one.after().length(), one.after()))
            .toList());
  }

  private static Marks of(String text, List<Span> found) {
    return new Marks(
        text,
        found.stream()
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingInt(Span::from))
            .toList());
  }

  /** Null when it is nowhere: what was stored before its place was, is looked for. */
  private static Span span(String text, int from, int to, String words) {
    if (from >= 0 && from < to && to <= text.length()) {
      return new Span(from, to);
    }
    var at = text.indexOf(words);
    return at < 0 || words.isEmpty() ? null : new Span(at, at + words.length());
  }

  /** The whole text; empty when nothing in it is marked. */
  List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    var done = 0;
    for (var span : spans) {
      if (span.from() > done) {
        pieces.add(new Piece(text.substring(done, span.from()), false));
      }
      pieces.add(new Piece(text.substring(span.from(), span.to()), true));
      done = span.to();
    }
    if (done > 0 && done < text.length()) {
      pieces.add(new Piece(text.substring(done), false));
    }
    return List.copyOf(pieces);
  }

  /** Each place as a pair: where it begins and where it ends, in UTF-16 units. */
  List<List<Integer>> places() {
    return spans.stream().map(span -> List.of(span.from(), span.to())).toList();
  }
}
