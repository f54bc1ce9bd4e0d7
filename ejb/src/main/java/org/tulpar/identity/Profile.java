package org.tulpar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;

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

  /** The person as they are signed in from now on. */
  @Transactional
  public SignedIn prefer(SignedIn person, Theme look) {
    users.byId(person.id()).prefer(look);
    return person.preferring(look);
  }
}
