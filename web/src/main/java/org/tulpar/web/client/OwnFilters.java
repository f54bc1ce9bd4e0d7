package org.tulpar.web.client;

import java.util.List;
import java.util.stream.Stream;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldChoice;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.conversation.Reader;

/**
 * How a list is narrowed by the organization's own fields.
 *
 * @param chosen by what it is
 * @param open by what it can be besides; nothing where it is narrowed by as many as can be
 */
public record OwnFilters(List<Chip> chosen, List<Field> open) {

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
   * @param known the fields that offer something
   * @param criteria by which the list is narrowed, the fields among them
   */
  public static OwnFilters of(
      String list,
      List<CustomField> known,
      List<FieldChoice> chosen,
      Criteria criteria,
      Reader reader) {
    var chips =
        chosen.stream()
            .flatMap(
                choice ->
                    named(known, choice).map(field -> chip(list, field, choice, criteria, reader)))
            .toList();
    var open =
        known.stream()
            .filter(field -> chosen.stream().noneMatch(one -> one.fieldId() == field.id()))
            .map(field -> new Field(field.name(), choices(field, reader)))
            .toList();
    return new OwnFilters(chips, chips.size() < FieldChoice.MOST ? open : List.of());
  }

  private static Stream<CustomField> named(List<CustomField> known, FieldChoice choice) {
    return known.stream().filter(field -> field.id() == choice.fieldId());
  }

  private static Chip chip(
      String list, CustomField field, FieldChoice choice, Criteria criteria, Reader reader) {
    var left = criteria.without(FieldChoice.NAME, choice);
    return new Chip(
        choice.toString(),
        field.name() + ": " + word(field, choice.value(), reader),
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
