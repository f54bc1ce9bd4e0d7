package org.tulpar.client.field;

import java.io.Serializable;
import java.util.List;

/**
 * A field that an organization adds to the cards of its clients or its companies.
 *
 * @param choices what may be chosen; empty unless the type is CHOICE
 * @param archived no longer shown or filled; its values are kept
 */
public record CustomField(
    long id,
    Bearer bearer,
    String name,
    CustomFieldType type,
    List<String> choices,
    boolean archived)
    implements Serializable {

  /** The values that a list can be narrowed to, as they are written; none of what is typed. */
  public List<String> offers() {
    return switch (type) {
      case CHOICE -> choices;
      case FLAG -> List.of("true", "false");
      case TEXT, NUMBER, DATE -> List.of();
    };
  }

  /** Whether a list can be narrowed by it: by all but what is typed freely. */
  public boolean narrows() {
    return type != CustomFieldType.TEXT;
  }

  /**
   * @param typed what a person typed or a file holds; blank gives null
   * @throws ClientRefused when it is no value of this field
   */
  public FieldValue value(String typed) {
    var text = ClientInput.blankToNull(typed);
    return text == null ? null : type.value(text, choices);
  }
}
