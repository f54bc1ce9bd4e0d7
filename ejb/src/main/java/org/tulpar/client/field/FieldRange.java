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
    return "x.field_id = ?" + (from == null ? "" : end(">=")) + (to == null ? "" : end("<="));
  }

  @Override
  public List<Object> values() {
    var ends = Stream.of(from, to).filter(Objects::nonNull).flatMap(this::values);
    return Stream.concat(Stream.of(fieldId), ends).toList();
  }

  /** A number is found by what is near it, which an index has, and compared as it is. */
  private String end(String sign) {
    return type == CustomFieldType.DATE
        ? " and x.date_value %s ?".formatted(sign)
        : " and x.number_near %1$s ? and x.number_value %1$s ?".formatted(sign);
  }

  private Stream<?> values(FieldValue end) {
    return type == CustomFieldType.DATE
        ? Stream.of(end.date())
        : Stream.of(end.number().doubleValue(), end.number());
  }

  @Override
  public String toString() {
    return fieldId + "_" + plain(from) + "_" + plain(to);
  }

  private static String plain(FieldValue end) {
    return Optional.ofNullable(end).map(FieldValue::plain).orElse("");
  }
}
