package org.tulpar.conversation.canned;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the places of a text. One that is known and empty goes with the comma before it: "Hello,
 * {client.name}!" becomes "Hello!". One that is not known stays as it was typed.
 */
public final class Places {

  /** What may stand in a text. */
  public static final String CLIENT_NAME = "client.name";

  public static final String CLIENT_PHONE = "client.phone";
  public static final String MANAGER_NAME = "manager.name";
  public static final String ORGANIZATION_NAME = "organization.name";

  private static final Pattern PLACE = Pattern.compile("(,? ?)\\{([a-z]+[.][a-z]+)}");

  private Places() {}

  /**
   * @param values by name; empty text for what nobody knows
   */
  public static String fill(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              var value = values.get(place.group(2));
              var filled =
                  value == null ? place.group() : value.isBlank() ? "" : place.group(1) + value;
              return Matcher.quoteReplacement(filled);
            })
        .strip();
  }
}
