package org.tulpar.client.field;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tulpar.tenant.list.Criteria;

/**
 * From where to where the values of a custom field shall lie; either end belongs to it, and one of
 * them may be open.
 *
 * @param type DATE or NUMBER
 * @param from null when it is open
 * @param to null when it is open
 */
public record FieldRange(long fieldId, CustomFieldType type, FieldValue from, FieldValue to)
    implements FieldCriterion {

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})_([^_]*)_([^_]*)");

  /**
   * @param text as {@link #toString} gives it; an end that is not understood is open, and null is
   *     given when both are
   */
  static FieldRange of(String text) {
    var parts = TEXT.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return null;
    }
    var id = Long.valueOf(parts.group(1));
    var days = of(id, CustomFieldType.DATE, parts.group(2), parts.group(3));
    return days != null ? days : of(id, CustomFieldType.NUMBER, parts.group(2), parts.group(3));
  }

  /**
   * As a form asks that has a field and its two ends apart; null where it asks for nothing.
   *
   * @param parameter gives the value behind a name of the address, or null
   */
  static Stream<FieldRange> typed(UnaryOperator<String> parameter) {
    return Stream.of(
        of(
            Criteria.number(parameter.apply("day")),
            CustomFieldType.DATE,
            parameter.apply("from"),
            parameter.apply("to")),
        of(
            Criteria.number(parameter.apply("number")),
            CustomFieldType.NUMBER,
            parameter.apply("least"),
            parameter.apply("most")));
  }

  private static FieldRange of(Long id, CustomFieldType type, String from, String to) {
    var first = end(type, from);
    var last = end(type, to);
    return id == null || first == null && last == null
        ? null
        : new FieldRange(id, type, first, last);
  }

  private static FieldValue end(CustomFieldType type, String text) {
    if (type == CustomFieldType.DATE) {
      var day = Criteria.day(text);
      return day == null ? null : FieldValue.date(day);
    }
    try {
      return text == null ? null : type.value(text, List.of());
    } catch (ClientRefused noNumber) {
      return null;
    }
  }

  @Override
  public boolean isOf(CustomField field) {
    return field.id() == fieldId && field.type() == type;
  }

  @Override
  public String sql() {
    var column = type == CustomFieldType.DATE ? "x.date_value" : "x.number_value";
    return "x.field_id = ?"
        + (from == null ? "" : " and " + column + " >= ?")
        + (to == null ? "" : " and " + column + " <= ?");
  }

  @Override
  public List<Object> values() {
    var ends = Stream.of(from, to).filter(Objects::nonNull).map(this::value);
    return Stream.concat(Stream.of(fieldId), ends).toList();
  }

  private Object value(FieldValue end) {
    return type == CustomFieldType.DATE ? end.date() : end.number();
  }

  @Override
  public String toString() {
    return fieldId + "_" + plain(from) + "_" + plain(to);
  }

  private static String plain(FieldValue end) {
    return Optional.ofNullable(end).map(FieldValue::plain).orElse("");
  }
}
