package org.tulpar.identity.people;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tulpar.identity.Role;

/** What may be typed about a person. */
public final class PersonInput {

  static final int SHORTEST_PASSWORD = 10;
  private static final int LONGEST_PASSWORD = 200;
  private static final int FEWEST_SIGNS = 5;
  private static final int LONGEST_NAME = 80;
  private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@+-]{3,80}");
  private static final Set<Role> GIVEN = Set.of(Role.ORG_ADMIN, Role.MANAGER);

  private PersonInput() {}

  /**
   * @throws PersonRefused when it is missing or too long
   */
  public static String name(String typed) {
    var name = typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
    if (name.isEmpty()) {
      throw new PersonRefused("name");
    }
    if (name.length() > LONGEST_NAME) {
      throw new PersonRefused("name_long");
    }
    return name;
  }

  static String login(String typed) {
    var login = typed == null ? "" : typed.strip();
    if (!LOGIN.matcher(login).matches()) {
      throw new PersonRefused("login");
    }
    return login;
  }

  /** The installation's own administrators are made elsewhere. */
  static Role role(Role wanted) {
    if (wanted == null || !GIVEN.contains(wanted)) {
      throw new PersonRefused("role");
    }
    return wanted;
  }

  /** Long enough, not one key held down, and not the login itself. */
  static void requireGood(char[] password, String login) {
    if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
      throw new PersonRefused("password_short");
    }
    var text = new String(password).toLowerCase(Locale.ROOT);
    var signs = text.chars().distinct().count();
    if (signs < FEWEST_SIGNS || text.contains(login.toLowerCase(Locale.ROOT))) {
      throw new PersonRefused("password_weak");
    }
  }
}
