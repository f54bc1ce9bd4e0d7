package org.tulpar.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tulpar.identity.people.PersonChanged;
import org.tulpar.tenant.OrganizationId;

/**
 * Who was switched off or changed on this node since it started, and when: their sessions are
 * looked at with the next request. It grows with the people of the installation and no further.
 */
@ApplicationScoped
public class ChangedPeople {

  private record Key(OrganizationId organization, long userId) {}

  private final Map<Key, Instant> changes = new ConcurrentHashMap<>();

  private final Clock clock;

  /** For the container. */
  protected ChangedPeople() {
    this(null);
  }

  @Inject
  ChangedPeople(Clock clock) {
    this.clock = clock;
  }

  public void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) PersonChanged change) {
    changes.put(new Key(change.organization(), change.userId()), clock.instant());
  }

  /** Whether a person was changed at this moment or after it. */
  public boolean since(OrganizationId organization, long userId, Instant moment) {
    var changed = changes.get(new Key(organization, userId));
    return changed != null && !changed.isBefore(moment);
  }
}
