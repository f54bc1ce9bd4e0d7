package org.tulpar.client.field;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What was chosen in a custom field, as a list can be narrowed to it. */
public record FieldChoice(long fieldId, String value) implements Serializable {

  /** How an address calls it. */
  public static final String NAME = "field";

  /** A list is narrowed by so many fields at once; the address may name more. */
  public static final int MOST = 3;

  /**
   * The first of each field, at most {@link #MOST}, in an order that does not hang on that of the
   * address; what is not understood is none.
   *
   * @param texts behind the name in an address, or null
   */
  public static List<FieldChoice> all(String... texts) {
    var first = new LinkedHashMap<Long, FieldChoice>();
    Stream.of(texts == null ? new String[0] : texts)
        .map(FieldChoice::of)
        .filter(Objects::nonNull)
        .forEach(choice -> first.putIfAbsent(choice.fieldId(), choice));
    return first.values().stream()
        .limit(MOST)
        .sorted(Comparator.comparingLong(FieldChoice::fieldId))
        .toList();
  }

  /**
   * @param text as {@link #toString} gives it; anything else gives null
   */
  public static FieldChoice of(String text) {
    var parts = text == null ? new String[0] : text.split(":", 2);
    return parts.length == 2 && parts[0].matches("[0-9]{1,18}")
        ? new FieldChoice(Long.parseLong(parts[0]), parts[1])
        : null;
  }

  /** Those that one of these fields offers still. */
  public static List<FieldChoice> among(List<CustomField> fields, List<FieldChoice> choices) {
    return choices.stream()
        .filter(
            choice ->
                fields.stream()
                    .anyMatch(
                        field ->
                            field.id() == choice.fieldId()
                                && field.offers().contains(choice.value())))
        .toList();
  }

  /** For the condition {@link Bearer#has}. */
  public List<Object> values() {
    return List.of(fieldId, value);
  }

  @Override
  public String toString() {
    return fieldId + ":" + value;
  }
}
