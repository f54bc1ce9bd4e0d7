package org.tulpar.client.merge;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tulpar.client.field.FieldValue;

/**
 * What two cards would become, before anything is changed.
 *
 * @param rows what stands in each card
 * @param own the same of the fields that the organization has made
 * @param tags of both, by name
 * @param conversations of the loser, which move
 * @param deals of the loser, which move
 * @param orders of the loser, which move
 * @param identities of the loser, which move
 * @param closing current conversations of the loser that end, because the survivor has one in the
 *     same channel
 */
public record MergePreview(
    long survivorId,
    long loserId,
    List<Row<String>> rows,
    List<Row<FieldValue>> own,
    Tags tags,
    int conversations,
    int deals,
    int orders,
    int identities,
    int closing) {

  /**
   * The survivor's value stays where there is one.
   *
   * @param field name, phone, email, language, company or about; or what the organization calls it
   */
  public record Row<T>(String field, T survivor, T loser) {

    /** Those of which at least one card holds something. */
    public static <T> List<Row<T>> told(Stream<Row<T>> rows) {
      return rows.filter(row -> row.becomes() != null).toList();
    }

    public T becomes() {
      return survivor == null ? loser : survivor;
    }

    /** Whether the loser's value is in no card any more. */
    public boolean isLosing() {
      return loser != null && !Objects.equals(plain(loser), plain(becomes()));
    }

    /** A number is the same with more digits behind the comma. */
    private static Object plain(Object value) {
      return value instanceof FieldValue field ? field.plain() : value;
    }
  }

  /** Names of tags; none of them is lost. */
  public record Tags(List<String> survivor, List<String> loser) {

    public List<String> becomes() {
      return Stream.concat(survivor.stream(), loser.stream()).distinct().toList();
    }
  }
}
