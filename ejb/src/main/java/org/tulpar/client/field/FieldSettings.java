package org.tulpar.client.field;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which custom fields the cards of an organization's clients and companies have. A field is
 * archived, never lost.
 */
@Stateless
public class FieldSettings {

  /** More fields than this is a table that somebody should draw on paper first. */
  public static final int MOST = 50;

  private static final int LONGEST_NAME = 60;
  private static final int MOST_CHOICES = 100;

  @Inject CustomFields fields;

  public List<CustomField> all(Bearer bearer) {
    return fields.all(bearer);
  }

  /** Those that are shown and filled. */
  public List<CustomField> active(Bearer bearer) {
    return fields.active(bearer);
  }

  /**
   * @param choices one a line; looked at for CHOICE only
   * @throws ClientRefused when the name is missing, too long or taken, or there is nothing to
   *     choose from
   */
  public void add(Bearer bearer, String name, CustomFieldType type, String choices) {
    var checked = name(bearer, name, 0);
    if (fields.all(bearer).size() >= MOST) {
      throw new ClientRefused("field_too_many");
    }
    fields.add(
        bearer, checked, type, type == CustomFieldType.CHOICE ? choices(choices) : List.of());
  }

  /**
   * Changes what a field and its choices are called; what was chosen follows.
   *
   * @param seen the field as whoever changes it saw it
   * @param choices the names of its choices in their order, and behind them those that are new; a
   *     new one that is blank is none
   * @throws ClientRefused when a name is missing, too long or taken, or another person has changed
   *     the field since
   */
  public void change(CustomField seen, String name, List<String> choices) {
    var called = name(seen.bearer(), name, seen.id());
    var known = seen.choices().size();
    var now = seen.type() == CustomFieldType.CHOICE ? choices(choices, known) : seen.choices();
    if (!fields.locked(seen.id()).equals(Optional.of(seen))) {
      throw new ClientRefused("field_changed");
    }
    fields.change(seen.id(), called, now);
    if (!now.subList(0, known).equals(seen.choices())) {
      fields.follow(seen, now.subList(0, known));
    }
  }

  /**
   * Takes a choice away that nobody has.
   *
   * @throws ClientRefused when somebody has it, or when it is the only one
   */
  public void removeChoice(long id, String choice) {
    var field = choosing(id);
    var left = new ArrayList<>(field.choices());
    if (!left.remove(choice)) {
      throw new ClientRefused("field_changed");
    }
    var having = fields.having(field, choice);
    if (having > 0) {
      throw switch (field.bearer()) {
        case CLIENT -> new ClientRefused("field_choice_used", having);
        case COMPANY -> new ClientRefused("field_choice_used_companies", having);
      };
    }
    if (left.isEmpty()) {
      throw new ClientRefused("field_choice_only");
    }
    fields.change(id, field.name(), left);
  }

  /**
   * Puts a choice that was taken away back to its place.
   *
   * @throws ClientRefused when there is such a choice again
   */
  public void restoreChoice(long id, String choice, long place) {
    var field = choosing(id);
    var choices = new ArrayList<>(field.choices());
    choices.add(Math.clamp(place, 0, choices.size()), choice);
    fields.change(id, field.name(), choices(choices, 0));
  }

  private CustomField choosing(long id) {
    return fields
        .locked(id)
        .filter(field -> field.type() == CustomFieldType.CHOICE)
        .orElseThrow(() -> new ClientRefused("field_changed"));
  }

  public void archive(long id) {
    fields.archive(id, true);
  }

  public void restore(long id) {
    fields.archive(id, false);
  }

  private String name(Bearer bearer, String typed, long besides) {
    var name = ClientInput.limited(typed, LONGEST_NAME, "field_name_long");
    if (name == null) {
      throw new ClientRefused("field_name");
    }
    if (fields.isTaken(bearer, name, besides)) {
      throw new ClientRefused("field_taken");
    }
    return name;
  }

  /**
   * @param named how many of them must have a name
   */
  private static List<String> choices(List<String> typed, int named) {
    var choices = new ArrayList<String>();
    for (int i = 0; i < typed.size(); i++) {
      var choice = ClientInput.limited(typed.get(i), LONGEST_NAME, "field_name_long");
      if (choice == null && i < named) {
        throw new ClientRefused("field_choice_name");
      }
      if (choice != null && choices.stream().anyMatch(choice::equalsIgnoreCase)) {
        throw new ClientRefused("field_choice_taken");
      }
      if (choice != null) {
        choices.add(choice);
      }
    }
    if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
      throw new ClientRefused("field_choices");
    }
    return choices;
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
