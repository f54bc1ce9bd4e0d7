package org.tulpar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Locale;
import org.tulpar.identity.people.PersonInput;
import org.tulpar.identity.people.PersonRefused;

/** What a person sets for themselves. Called within the scope of the person's organization. */
@ApplicationScoped
public class Profile {

  @Inject private Users users;

  /** The person as they are signed in from now on. */
  @Transactional
  public SignedIn speak(SignedIn person, Locale language) {
    users.byId(person.id()).speak(language);
    return person.speaking(language);
  }

  /**
   * The person as they are signed in from now on.
   *
   * @throws PersonRefused when the name is missing or too long
   */
  @Transactional
  public SignedIn describe(
      SignedIn person, String typed, Locale language, ZoneId zone, Theme look) {
    var name = PersonInput.name(typed);
    var user = users.byId(person.id());
    user.describe(name, zone);
    user.speak(language);
    user.prefer(look);
    return person.described(name, language, zone, look);
  }

  /** The person as they are signed in from now on. */
  @Transactional
  public SignedIn prefer(SignedIn person, Theme look) {
    users.byId(person.id()).prefer(look);
    return person.preferring(look);
  }
}
