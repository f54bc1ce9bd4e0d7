package org.tulpar.identity.people;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.tulpar.tenant.TenantScope;

/** The transaction in which a password of a person's own takes the place of the one before. */
@Stateless
public class PasswordStep {

  @Inject private PeopleRows rows;
  @Inject private Event<PersonChanged> changed;

  /**
   * Since when the password is this one; empty when the person is switched off.
   *
   * @param first whether only a one-time password gives way to it
   */
  public Optional<Instant> keep(long id, String hash, boolean first) {
    var since = rows.keepOwn(id, hash, first);
    if (since.isPresent()) {
      rows.forgetBrowsers(id);
      rows.record("user.password_changed", id, id, null);
      changed.fire(new PersonChanged(TenantScope.required(), id));
    }
    return since;
  }
}
