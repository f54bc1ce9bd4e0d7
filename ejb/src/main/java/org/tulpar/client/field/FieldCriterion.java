package org.tulpar.client.field;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a list is narrowed to by one custom field. */
public sealed interface FieldCriterion extends Serializable permits FieldChoice, FieldRange {

  /** How an address calls it. */
  String NAME = "field";

  /** A list is narrowed by so many fields at once; the address may name more. */
  int MOST = 3;

  long fieldId();

  /** Whether this field can be asked so. */
  boolean isOf(CustomField field);

  /** A condition on a value {@code x}. */
  String sql();

  /** For {@link #sql}. */
  List<Object> values();

  /**
   * The first of each field, at most {@link #MOST}, in an order that does not hang on that of the
   * address; what is not understood is none.
   *
   * @param parameter gives the value behind a name of the address, or null
   * @param texts behind {@link #NAME} in the address, or null
   */
  static List<FieldCriterion> all(UnaryOperator<String> parameter, String... texts) {
    var first = new LinkedHashMap<Long, FieldCriterion>();
    Stream.concat(
            Stream.of(texts == null ? new String[0] : texts).map(FieldCriterion::of),
            FieldRange.typed(parameter))
        .filter(Objects::nonNull)
        .forEach(one -> first.putIfAbsent(one.fieldId(), one));
    return first.values().stream()
        .limit(MOST)
        .sorted(Comparator.comparingLong(FieldCriterion::fieldId))
        .toList();
  }

  private static FieldCriterion of(String text) {
    var choice = FieldChoice.of(text);
    return choice == null ? FieldRange.of(text) : choice;
  }

  /** Those that one of these fields can be asked still. */
  static List<FieldCriterion> among(List<CustomField> fields, List<FieldCriterion> criteria) {
    return criteria.stream().filter(one -> fields.stream().anyMatch(one::isOf)).toList();
  }
}
