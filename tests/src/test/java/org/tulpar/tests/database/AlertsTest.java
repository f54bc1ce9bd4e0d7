package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.dialogue.outbound.Delivery;
import org.tulpar.operations.BrokerProbe;
import org.tulpar.operations.BrokerUnreachable;
import org.tulpar.operations.ConsoleSql;
import org.tulpar.operations.alert.Alert;
import org.tulpar.operations.alert.Alert.Kind;
import org.tulpar.operations.alert.Alerts;

/** What needs the operator, and for how long already. */
class AlertsTest {

  private final Office office = new Office();
  private final Gateways gateways = new Gateways();
  private boolean brokerDown;

  private final Rig rig =
      new Rig()
          .with(ConsoleSql.class, ConsoleSql.on(Database.source("tulpar_console")))
          .with(Delivery.class, gateways)
          .with(BrokerProbe.class, this::broker)
          .setting("tulpar.backup.directory", Path.of("target").toAbsolutePath().toString());
  private final Alerts alerts = rig.get(Alerts.class);

  private static final class Gateways extends Delivery {

    private Set<UUID> silent = Set.of();

    @Override
    public Set<UUID> suspended() {
      return silent;
    }
  }

  private void broker() {
    if (brokerDown) {
      throw new BrokerUnreachable("away", null);
    }
  }

  @BeforeEach
  void prepare() throws SQLException {
    office.prepare();
    office.change("delete from backup_run");
    office.change(
        "insert into backup_run (trigger, node, outcome, finished_at) values ('PERSON', 'n', 'GREEN', now())");
  }

  @AfterEach
  void close() throws SQLException {
    office.change("delete from backup_run");
    office.change("delete from inbound_event where organization_id = :o");
    office.change("update channel set down_since = null where organization_id = :o");
    office.close();
    rig.close();
  }

  @Test
  void aChannelThatIsDownIsNamedWithItsOrganization() throws SQLException {
    office.change("update organization set name = 'O ' || :o where organization_id = :o");
    office.change(
        "update channel set down_since = now() - interval '4 minutes' where organization_id = :o");
    assertThat(named()).isNull();
    office.change(
        "update channel set down_since = now() - interval '11 minutes' where organization_id = :o");
    assertThat(named().kind()).isEqualTo(Kind.CHANNEL_DOWN);
    assertThat(named().since())
        .isBetween(Instant.now().minus(Duration.ofMinutes(12)), Instant.now().minusSeconds(600));
  }

  @Test
  void aBackupThatIsTooOldIsTold() throws SQLException {
    assertThat(of(Kind.BACKUP_OLD)).isNull();
    office.change("update backup_run set finished_at = now() - interval '27 hours'");
    assertThat(of(Kind.BACKUP_OLD)).isNotNull();
    office.change("update backup_run set finished_at = now(), outcome = 'RED'");
    office.change(
        "update organization set created_at = now() - interval '2 days' where organization_id = :o");
    assertThat(of(Kind.BACKUP_OLD)).as("red ones do not count").isNotNull();
    office.change("update organization set created_at = now() where organization_id = :o");
  }

  @Test
  void eventsThatWaitTooLongAreCounted() throws SQLException {
    office.change(
        "insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, raw, received_at) values (:o, :o, 'E', 'x', -1, '', now() - interval '1 hour')");
    assertThat(of(Kind.INBOUND_LATE).number()).isPositive();
    assertThat(of(Kind.INBOUND_LATE).since()).isBefore(Instant.now().minusSeconds(3500));
  }

  @Test
  void aBrokerThatDoesNotAnswerIsKnownSinceItWasFirstSeen() throws SQLException {
    office.change(
        "update channel set down_since = now() - interval '11 minutes' where organization_id = :o");
    assertThat(of(Kind.BROKER_DOWN)).isNull();
    brokerDown = true;
    var since = of(Kind.BROKER_DOWN).since();
    assertThat(of(Kind.BROKER_DOWN).since()).isEqualTo(since);
    assertThat(alerts.now().getFirst().kind()).as("the grave first").isEqualTo(Kind.BROKER_DOWN);
    brokerDown = false;
    assertThat(of(Kind.BROKER_DOWN)).isNull();
    brokerDown = true;
    assertThat(of(Kind.BROKER_DOWN).since()).isAfter(since);
  }

  @Test
  void aGatewayThatThisNodeLeavesAloneIsNamed() {
    gateways.silent = Set.of(office.organization().value());
    assertThat(of(Kind.GATEWAY_SILENT).subject()).isEqualTo("Main · Test");
    gateways.silent = Set.of();
    assertThat(of(Kind.GATEWAY_SILENT)).isNull();
  }

  private Alert named() {
    return alerts.now().stream()
        .filter(
            alert ->
                alert.subject() != null
                    && alert.subject().endsWith(office.organization().toString()))
        .findFirst()
        .orElse(null);
  }

  private Alert of(Kind kind) {
    return alerts.now().stream().filter(alert -> alert.kind() == kind).findFirst().orElse(null);
  }
}
