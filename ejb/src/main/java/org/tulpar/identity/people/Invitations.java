package org.tulpar.identity.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Locale;
import org.tulpar.identity.Passwords;
import org.tulpar.identity.Role;

/**
 * Writes the invitation of an organization's first administrator. The password costs half a second
 * of a processor: it is made before the transaction that keeps it.
 */
@ApplicationScoped
public class Invitations {

  @Inject private Passwords passwords;

  /**
   * @throws PersonRefused when the login or the name cannot stand
   */
  public Invitation write(String login, String name, Locale locale, ZoneId zone) {
    var person =
        new NewPerson(
            PersonInput.login(login), PersonInput.name(name), Role.ORG_ADMIN, locale, zone);
    var password = OneTimePassword.random();
    return new Invitation(person, password.text(), passwords.hash(password.text().toCharArray()));
  }
}
