package org.tulpar.web.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tulpar.client.field.FieldValue;
import org.tulpar.client.merge.MergePreview;
import org.tulpar.web.conversation.Reader;

/**
 * What two cards hold under one name, and what the one they become will; null where there is
 * nothing.
 *
 * @param losing whether the loser's value is in no card any more
 */
public record MergeLine(
    String label, String survivor, String loser, String becomes, boolean losing) {

  static List<MergeLine> of(MergePreview preview, Reader reader) {
    var lines = new ArrayList<MergeLine>();
    preview.rows().forEach(row -> lines.add(text(reader.word("card.form." + row.field()), row)));
    preview.own().forEach(row -> lines.add(own(row, reader)));
    var tags = preview.tags();
    if (!tags.becomes().isEmpty()) {
      lines.add(tags(tags, reader));
    }
    return lines;
  }

  /** Of what is written as it stands. */
  public static MergeLine text(String label, MergePreview.Row<String> row) {
    return line(label, row, text -> text);
  }

  /** Of a field that the organization has made. */
  public static MergeLine own(MergePreview.Row<FieldValue> row, Reader reader) {
    return line(row.field(), row, value -> plain(value, reader));
  }

  public static MergeLine tags(MergePreview.Tags tags, Reader reader) {
    return new MergeLine(
        reader.word("client.tags"),
        names(tags.survivor()),
        names(tags.loser()),
        names(tags.becomes()),
        false);
  }

  private static <T> MergeLine line(
      String label, MergePreview.Row<T> row, Function<T, String> words) {
    return new MergeLine(
        label,
        row.survivor() == null ? null : words.apply(row.survivor()),
        row.loser() == null ? null : words.apply(row.loser()),
        row.becomes() == null ? null : words.apply(row.becomes()),
        row.isLosing());
  }

  private static String plain(FieldValue value, Reader reader) {
    return value.flag() == null
        ? value.plain()
        : reader.word(value.flag() ? "field.yes" : "field.no");
  }

  private static String names(List<String> tags) {
    return String.join(", ", tags);
  }
}
