package org.tulpar.client.field;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Which custom fields the organization's cards have. A field is archived, never lost. */
@Stateless
public class FieldSettings {

  /** More fields than this is a table that somebody should draw on paper first. */
  public static final int MOST = 50;

  private static final int LONGEST_NAME = 60;
  private static final int MOST_CHOICES = 100;

  @Inject CustomFields fields;

  public List<CustomField> all() {
    return fields.all();
  }

  /**
   * @param choices one a line; looked at for CHOICE only
   * @throws ClientRefused when the name is missing, too long or taken, or there is nothing to
   *     choose from
   */
  public void add(String name, CustomFieldType type, String choices) {
    var checked = name(name, 0);
    if (fields.all().size() >= MOST) {
      throw new ClientRefused("field_too_many");
    }
    fields.add(checked, type, type == CustomFieldType.CHOICE ? choices(choices) : List.of());
  }

  /**
   * @throws ClientRefused when the name is missing, too long or taken
   */
  public void rename(long id, String name) {
    fields.rename(id, name(name, id));
  }

  public void archive(long id) {
    fields.archive(id, true);
  }

  public void restore(long id) {
    fields.archive(id, false);
  }

  private String name(String typed, long besides) {
    var name = ClientInput.limited(typed, LONGEST_NAME, "field_name_long");
    if (name == null) {
      throw new ClientRefused("field_name");
    }
    if (fields.isTaken(name, besides)) {
      throw new ClientRefused("field_taken");
    }
    return name;
  }

  private static List<String> choices(String lines) {
    var choices =
        Arrays.stream((lines == null ? "" : lines).split("\\R", -1))
            .map(line -> ClientInput.limited(line, LONGEST_NAME, "field_choices"))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
      throw new ClientRefused("field_choices");
    }
    return choices;
  }
}
