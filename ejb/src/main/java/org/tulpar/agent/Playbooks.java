package org.tulpar.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.tulpar.kernel.ShortMemory;
import org.tulpar.tenant.OrganizationId;

/**
 * The playbook of an organization; a change is seen within five seconds. Opens a transaction only
 * to read: it is asked for every turn.
 */
@ApplicationScoped
public class Playbooks {

  private static final Duration FRESH = Duration.ofSeconds(5);

  @Inject private PlaybookStep step;
  @Inject private Clock clock;

  private ShortMemory<OrganizationId, Playbook> known;

  @PostConstruct
  void start() {
    known = new ShortMemory<>(FRESH, clock, step::read);
  }

  public Playbook of(OrganizationId organization) throws SQLException {
    return known.get(organization);
  }
}
