package org.tulpar.client.field;

import java.util.List;

/** What was chosen in a custom field, as a list can be narrowed to it. */
public record FieldChoice(long fieldId, String value) implements FieldCriterion {

  /**
   * @param text as {@link #toString} gives it; anything else gives null
   */
  static FieldChoice of(String text) {
    var parts = text == null ? new String[0] : text.split(":", 2);
    return parts.length == 2 && parts[0].matches("[0-9]{1,18}")
        ? new FieldChoice(Long.parseLong(parts[0]), parts[1])
        : null;
  }

  @Override
  public boolean isOf(CustomField field) {
    return field.id() == fieldId && field.offers().contains(value);
  }

  @Override
  public String sql() {
    return "x.field_id = ? and x.chosen = ?";
  }

  @Override
  public List<Object> values() {
    return List.of(fieldId, value);
  }

  @Override
  public String toString() {
    return fieldId + ":" + value;
  }
}
