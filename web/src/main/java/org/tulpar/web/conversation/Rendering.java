package org.tulpar.web.conversation;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.tulpar.conversation.translated.TranslatedLine;
import org.tulpar.translation.fidelity.Finding;

/**
 * What stands under the words of a message that was said in another language.
 *
 * @param direction from which language into which, in short; or why there is no translation
 * @param title the same in full words
 * @param original the other text, or null when there is no translation
 * @param language of the other text (ISO 639-1), or null
 * @param flags what the translation has lost or changed, a sentence each
 * @param failed there is no translation
 * @param shown the text that is read, in pieces, where something in it did not survive; else empty
 * @param other the other text likewise
 */
public record Rendering(
    String direction,
    String title,
    String original,
    String language,
    List<String> flags,
    boolean failed,
    List<Marks.Piece> shown,
    List<Marks.Piece> other) {

  static Rendering of(TranslatedLine line, String said, Reader reader) {
    var own = reader.locale().getLanguage();
    if (line.text() == null) {
      var why = reason(line.failure(), reader);
      return new Rendering(
          reader.word("translation.none"), why, null, null, List.of(), true, List.of(), List.of());
    }
    var direction =
        line.written()
            ? brief(own, reader) + " → " + brief(line.source(), reader)
            : brief(line.source(), reader) + " → " + brief(own, reader);
    var title =
        reader.word(
            line.written() ? "translation.sent" : "translation.read", name(line.source(), reader));
    var before = Marks.before(line.written() ? line.text() : said, line.findings()).pieces();
    var after = Marks.after(line.written() ? said : line.text(), line.findings()).pieces();
    return new Rendering(
        direction,
        title,
        said,
        line.source(),
        flags(line.findings(), reader),
        false,
        line.written() ? before : after,
        line.written() ? after : before);
  }

  /** What the composer is told of doubts: the sentences, and the places in both texts. */
  public static JsonObjectBuilder doubts(
      String source, String translation, List<Finding> findings, Reader reader) {
    return Json.createObjectBuilder()
        .add("flags", Json.createArrayBuilder(flags(findings, reader)))
        .add("before", Json.createArrayBuilder(Marks.before(source, findings).places()))
        .add("after", Json.createArrayBuilder(Marks.after(translation, findings).places()));
  }

  static List<String> flags(List<Finding> findings, Reader reader) {
    return findings.stream().map(finding -> flag(finding, reader)).toList();
  }

  private static String flag(Finding finding, Reader reader) {
    var what = reader.word("finding." + finding.kind());
    if (finding.before() == null) {
      return reader.word("finding.added", what, apart(finding.after()));
    }
    return finding.after() == null
        ? reader.word("finding.lost", what, apart(finding.before()))
        : reader.word("finding.changed", what, apart(finding.before()), apart(finding.after()));
  }

  /** Words of another direction do not turn the sentence around them. */
  private static String apart(String words) {
    return "\u2068" + words + "\u2069";
  }

  /** A reason that we have no sentence for is said in general words. */
  public static String reason(String code, Reader reader) {
    return reader
        .wordIfAny("translation.failure." + code)
        .orElseGet(() -> reader.word("translation.failure.unreachable"));
  }

  private static String brief(String language, Reader reader) {
    return language == null ? "?" : reader.wordIfAny("tongue." + language).orElse(language);
  }

  static String name(String language, Reader reader) {
    return language == null
        ? reader.word("tongue.unknown")
        : Locale.of(language).getDisplayLanguage(reader.locale());
  }
}
