package org.tulpar.web.client;

import java.util.List;
import java.util.stream.Stream;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldChoice;
import org.tulpar.client.field.FieldCriterion;
import org.tulpar.client.field.FieldRange;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.conversation.Reader;

/**
 * How a list is narrowed by the organization's own fields.
 *
 * @param chosen by what it is
 * @param open by what it can be besides; nothing where it is narrowed by as many as can be
 * @param days the fields of days that it can be narrowed by besides
 * @param numbers the fields of numbers likewise
 */
public record OwnFilters(
    List<Chip> chosen, List<Field> open, List<Choice> days, List<Choice> numbers) {

  /**
   * A value that a list is narrowed by.
   *
   * @param without address of the list without it
   */
  public record Chip(String value, String label, String without) {}

  /** A custom field with what can be chosen in it. */
  public record Field(String name, List<Choice> choices) {}

  /**
   * @param list its address, without slash
   * @param known the fields that a list is narrowed by
   * @param chosen by which it is
   * @param criteria by which the list is narrowed, the fields among them
   */
  public static OwnFilters of(
      String list,
      List<CustomField> known,
      List<FieldCriterion> chosen,
      Criteria criteria,
      Reader reader) {
    var chips =
        chosen.stream()
            .flatMap(
                one -> named(known, one).map(field -> chip(list, field, one, criteria, reader)))
            .toList();
    var free =
        known.stream()
            .filter(field -> chips.size() < FieldCriterion.MOST)
            .filter(field -> chosen.stream().noneMatch(one -> one.fieldId() == field.id()))
            .toList();
    return new OwnFilters(
        chips,
        free.stream()
            .filter(field -> !field.offers().isEmpty())
            .map(field -> new Field(field.name(), choices(field, reader)))
            .toList(),
        of(free, CustomFieldType.DATE),
        of(free, CustomFieldType.NUMBER));
  }

  /** Whether there is anything that is asked for with a beginning and an end. */
  public boolean ranged() {
    return !days.isEmpty() || !numbers.isEmpty();
  }

  private static List<Choice> of(List<CustomField> free, CustomFieldType type) {
    return free.stream()
        .filter(field -> field.type() == type)
        .map(field -> new Choice(Long.toString(field.id()), field.name(), false))
        .toList();
  }

  private static Stream<CustomField> named(List<CustomField> known, FieldCriterion criterion) {
    return known.stream().filter(field -> field.id() == criterion.fieldId());
  }

  private static Chip chip(
      String list, CustomField field, FieldCriterion criterion, Criteria criteria, Reader reader) {
    var left = criteria.without(FieldCriterion.NAME, criterion);
    var words =
        switch (criterion) {
          case FieldChoice choice -> word(field, choice.value(), reader);
          case FieldRange range -> RangeWords.of(range, reader);
        };
    return new Chip(
        criterion.toString(),
        field.name() + ": " + words,
        left.isEmpty() ? list : list + "?" + left.query());
  }

  /** A yes or no is told from others by its field's name. */
  private static List<Choice> choices(CustomField field, Reader reader) {
    var named = field.type() == CustomFieldType.FLAG ? field.name() + ": " : "";
    return field.offers().stream()
        .map(
            value ->
                new Choice(
                    new FieldChoice(field.id(), value).toString(),
                    named + word(field, value, reader),
                    false))
        .toList();
  }

  private static String word(CustomField field, String value, Reader reader) {
    return field.type() == CustomFieldType.FLAG
        ? reader.word(Boolean.parseBoolean(value) ? "field.yes" : "field.no")
        : value;
  }
}
