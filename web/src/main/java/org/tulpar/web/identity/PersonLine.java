package org.tulpar.web.identity;

import java.io.Serializable;
import java.time.Instant;
import org.tulpar.identity.people.Person;

/**
 * Somebody in the list of people.
 *
 * @param role key of the role's name
 * @param state key of what is to know about the account, or null for nothing: invited and not yet
 *     come, invited in vain, switched off
 */
public record PersonLine(long id, String name, String login, String role, String state)
    implements Serializable {

  static PersonLine of(Person person, Instant now) {
    return new PersonLine(
        person.id(), person.name(), person.login(), "role." + person.role(), state(person, now));
  }

  private static String state(Person person, Instant now) {
    if (!person.active()) {
      return "people.state.off";
    }
    if (person.passwordUntil() == null) {
      return null;
    }
    return person.passwordUntil().isAfter(now) ? "people.state.invited" : "people.state.late";
  }
}
