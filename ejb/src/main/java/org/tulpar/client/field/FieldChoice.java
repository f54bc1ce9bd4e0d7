package org.tulpar.client.field;

import java.io.Serializable;
import java.util.List;

/** What a client chose in a custom field, as a list can be narrowed to it. */
public record FieldChoice(long fieldId, String value) implements Serializable {

  /** How an address calls it. */
  public static final String NAME = "field";

  /**
   * @param text as {@link #toString} gives it; anything else gives null
   */
  public static FieldChoice of(String text) {
    var parts = text == null ? new String[0] : text.split(":", 2);
    return parts.length == 2 && parts[0].matches("[0-9]{1,18}")
        ? new FieldChoice(Long.parseLong(parts[0]), parts[1])
        : null;
  }

  /** Whether one of these fields offers it still. */
  public boolean isAmong(List<CustomField> fields) {
    return fields.stream().anyMatch(one -> one.id() == fieldId && one.offers().contains(value));
  }

  @Override
  public String toString() {
    return fieldId + ":" + value;
  }
}
