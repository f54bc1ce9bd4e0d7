package org.tulpar.operations.alert;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.tulpar.dialogue.outbound.Delivery;
import org.tulpar.operations.BrokerProbe;
import org.tulpar.operations.BrokerUnreachable;
import org.tulpar.operations.alert.Alert.Kind;
import org.tulpar.operations.isolation.IsolationLedger;

/**
 * What needs the operator now, the grave first; no transaction is open while the broker is asked.
 */
@Stateless
@DeclareRoles(Alerts.SUPER_ADMIN)
@RolesAllowed(Alerts.SUPER_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Alerts {

  static final String SUPER_ADMIN = "SUPER_ADMIN";

  private static final int MOST_CHANNELS = 20;
  private static final Duration DOWN = Duration.ofMinutes(5);
  private static final Duration LATE = Duration.ofMinutes(2);

  /** A day, and the time that a backup may take. */
  private static final Duration BACKUP = Duration.ofHours(26);

  @Inject private AlertRows rows;
  @Inject private Disks disks;
  @Inject private Noticed noticed;
  @Inject private Delivery delivery;
  @Inject private IsolationLedger isolation;
  @Inject private Instance<BrokerProbe> broker;
  @Inject private Clock clock;

  public List<Alert> now() {
    var now = clock.instant();
    var alerts = new ArrayList<Alert>();
    alerts.addAll(rows.channelsDown(now.minus(DOWN), MOST_CHANNELS));
    rows.inbound(now.minus(LATE)).ifPresent(late -> alerts.add(late(Kind.INBOUND_LATE, late)));
    rows.outbound(now.minus(LATE)).ifPresent(late -> alerts.add(late(Kind.OUTBOUND_LATE, late)));
    backup(now, alerts);
    isolation
        .latest()
        .filter(proof -> !proof.breaches().isEmpty())
        .ifPresent(
            proof ->
                alerts.add(
                    new Alert(
                        Kind.ISOLATION_BROKEN, null, proof.startedAt(), proof.breaches().size())));
    alerts.addAll(ofThisNode(now));
    alerts.sort(
        Comparator.comparing(Alert::kind)
            .thenComparing(Alert::since, Comparator.nullsFirst(Comparator.naturalOrder())));
    return alerts;
  }

  private static Alert late(Kind kind, AlertRows.Waiting waiting) {
    return new Alert(kind, null, waiting.since(), waiting.number());
  }

  private void backup(Instant now, List<Alert> alerts) {
    var last = rows.backedUp();
    if (last != null && last.isBefore(now.minus(BACKUP))) {
      alerts.add(new Alert(Kind.BACKUP_OLD, null, last, 0));
    }
  }

  /** What has no time of its own: known since this node first saw it. */
  private List<Alert> ofThisNode(Instant now) {
    var alerts = new ArrayList<Alert>();
    if (broker.stream().anyMatch(Alerts::isDown)) {
      alerts.add(noticed(Kind.BROKER_DOWN, null, 0, now));
    }
    disks.full().forEach((place, free) -> alerts.add(noticed(Kind.DISK_FULL, place, free, now)));
    var silent = delivery.suspended();
    if (!silent.isEmpty()) {
      rows.names(silent).forEach(name -> alerts.add(noticed(Kind.GATEWAY_SILENT, name, 0, now)));
    }
    noticed.keep(
        alerts.stream()
            .map(alert -> key(alert.kind(), alert.subject()))
            .collect(Collectors.toSet()));
    return alerts;
  }

  private Alert noticed(Kind kind, String subject, long number, Instant now) {
    return new Alert(kind, subject, noticed.since(key(kind, subject), now), number);
  }

  private static String key(Kind kind, String subject) {
    return kind + " " + subject;
  }

  private static boolean isDown(BrokerProbe probe) {
    try {
      probe.check();
      return false;
    } catch (BrokerUnreachable e) {
      return true;
    }
  }
}
