package org.tulpar.web.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFieldType;

/** A custom field of a card with what was typed into it. */
public class OwnField {

  private final CustomField definition;
  private String typed;

  /**
   * @param typed what the card holds, or null
   */
  public OwnField(CustomField definition, String typed) {
    this.definition = definition;
    this.typed = typed;
  }

  /** By field. */
  public static Map<Long, String> typed(List<OwnField> fields) {
    var values = new HashMap<Long, String>();
    fields.forEach(field -> values.put(field.definition.id(), field.typed));
    return values;
  }

  public String getLabel() {
    return definition.name();
  }

  public List<String> getChoices() {
    return definition.choices();
  }

  public boolean isChoice() {
    return definition.type() == CustomFieldType.CHOICE;
  }

  public boolean isFlag() {
    return definition.type() == CustomFieldType.FLAG;
  }

  /** Type of the browser's input for the other types. */
  public String getInput() {
    return definition.type() == CustomFieldType.DATE ? "date" : "text";
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }
}
