package org.tulpar.agent;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tulpar.tenant.OrganizationId;

/** The playbook of an organization; a change is seen within five seconds. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Playbooks {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Known(Playbook playbook, Instant readAt) {}

  @Inject private PlaybookRows rows;
  @Inject private Clock clock;

  private final Map<OrganizationId, Known> known = new ConcurrentHashMap<>();

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Playbook of(OrganizationId organization) throws SQLException {
    var now = clock.instant();
    var cached = known.get(organization);
    if (cached != null && cached.readAt().plus(FRESH).isAfter(now)) {
      return cached.playbook();
    }
    var playbook = rows.read(organization);
    known.put(organization, new Known(playbook, now));
    return playbook;
  }
}
