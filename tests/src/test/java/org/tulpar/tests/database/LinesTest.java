package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.LineRefused;

/**
 * The life of a channel: connected, told about, lost and found again, through the application's own
 * classes.
 */
class LinesTest {

  /** The clock of whoever counts alerts. */
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @RegisterExtension final OneLine one = new OneLine();

  @Test
  void aNewChannelShowsItsCodeAndItsGatewayPostsToIt() throws SQLException {
    assertThat(one.line().qr()).isEqualTo("data:image/png;base64,AA");
    assertThat(one.line().state()).isEqualTo(ConnectionState.CONNECTING);
    assertThat(one.opens(one.gateway.registration)).isTrue();
    assertThat(one.gateway.registration.url()).startsWith("http://crm/webhooks/evolution/");
  }

  @Test
  void aChannelThatTheGatewayRefusesLeavesNothingBehind() throws SQLException {
    one.gateway.trouble = "refused";
    assertThatThrownBy(() -> one.within(() -> one.lines().create("Other")))
        .isInstanceOfSatisfying(
            LineRefused.class, e -> assertThat(e.code()).isEqualTo("refused.channel_refused"));
    assertThat(one.look("select count(*) from channel where organization_id = ?")).isEqualTo("1");
  }

  @Test
  void aCodeIsShownScannedAndTheChannelConnected() throws SQLException {
    one.told(
        "{\"event\":\"qrcode.updated\",\"data\":{\"qrcode\":{\"base64\":\"data:image/png;base64,CC\"}}}");
    assertThat(one.line().qr()).isEqualTo("data:image/png;base64,CC");
    one.told(OneLine.connection("connecting"));
    assertThat(one.line().scannedAt()).as("it was overtaken by the code").isNull();
    one.change("update channel set qr_at = qr_at - interval '5 seconds' where organization_id = ?");
    one.told(OneLine.connection("connecting"));
    assertThat(one.line().scannedAt()).isNotNull();
    one.told(OneLine.connection("open"));
    assertThat(one.line().state()).isEqualTo(ConnectionState.OPEN);
    assertThat(one.line().qr()).isNull();
  }

  @Test
  void aStormOfTheSameWordsWritesAndTellsNothing() throws SQLException {
    one.told(OneLine.connection("open"));
    one.told(OneLine.connection("connecting"));
    var version = one.look("select version from channel where organization_id = ?");
    var news = one.news();
    for (int i = 0; i < 30; i++) {
      one.told(OneLine.connection("connecting"));
    }
    assertThat(one.look("select version from channel where organization_id = ?"))
        .isEqualTo(version);
    assertThat(one.news()).isEqualTo(news);
  }

  @Test
  void aGatewayThatDoesNotAnswerIsAProblemUntilItDoes() throws SQLException {
    one.gateway.trouble = "unreachable";
    one.lookAtIt();
    assertThat(one.line().problem()).isEqualTo("unreachable");
    one.gateway.trouble = null;
    one.lookAtIt();
    assertThat(one.line().problem()).isNull();
  }

  @Test
  void whatCameWhileTheLineWasDownIsFetched() throws Exception {
    one.told(OneLine.connection("open"));
    one.arrived("by webhook", OneLine.message("M-1", "before"));
    one.told(OneLine.connection("close"));
    one.gateway.history.add(OneLine.message("M-1", "before").getBytes(StandardCharsets.UTF_8));
    one.gateway.history.add(OneLine.message("M-2", "missed").getBytes(StandardCharsets.UTF_8));
    one.gateway.state = ConnectionState.OPEN;
    one.lookAtIt();
    one.drain();
    assertThat(
            one.look(
                "select string_agg(body, ', ' order by id) from message where organization_id = ?"))
        .isEqualTo("before, missed");
    assertThat(
            one.look(
                "select count(*) from inbound_event where event_type = 'messages.upsert' and"
                    + " organization_id = ?"))
        .isEqualTo("2");
    assertThat(one.look("select gap_from from channel where organization_id = ?")).isNull();
  }

  /** The history tells both as sent from the channel's phone. */
  @Test
  void ofWhatLeftOurSideMeanwhileOnlyAPersonsWordsTakeOver() throws Exception {
    one.told(OneLine.connection("open"));
    one.arrived("by webhook", OneLine.message("M-1", "question"));
    one.change(
        "insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, external_id, occurred_at)"
            + " select organization_id, 5000, id, 'OUT', 'BOT', 'CRM', 'SENT', 'TEXT', 'answer', 'OURS', now() from conversation where organization_id = ?");
    missed(OneLine.fromUs("OURS", "answer"));
    assertThat(one.look("select count(*) from message where organization_id = ?")).isEqualTo("2");
    assertThat(one.look("select handler from conversation where organization_id = ?"))
        .isEqualTo("BOT");
    assertThat(one.silenced()).isEmpty();
    missed(OneLine.fromUs("TYPED", "I am here"));
    assertThat(one.silenced())
        .containsExactly(one.look("select id from conversation where organization_id = ?"));
    assertThat(one.look("select count(*) from message where organization_id = ?")).isEqualTo("3");
    assertThat(one.look("select handler from conversation where organization_id = ?"))
        .isEqualTo("HUMAN");
  }

  /** The line was down and is back; its gateway's history has this. */
  private void missed(String raw) throws SQLException {
    one.told(OneLine.connection("close"));
    one.gateway.history.add(raw.getBytes(StandardCharsets.UTF_8));
    one.gateway.state = ConnectionState.OPEN;
    one.lookAtIt();
    one.drain();
  }

  @Test
  void aLineThatIsDownForFiveMinutesIsAnAlert() throws SQLException {
    one.told(OneLine.connection("open"));
    assertThat(one.alerts()).isZero();
    one.told(OneLine.connection("close"));
    assertThat(one.alerts()).isZero();
    downFor("4 minutes 59 seconds");
    assertThat(one.alertsAt(NOW)).isZero();
    downFor("5 minutes 1 second");
    assertThat(one.alertsAt(NOW)).isEqualTo(1);
    one.told(OneLine.connection("connecting"));
    assertThat(one.alerts()).as("trying is not being connected").isEqualTo(1);
    one.told(OneLine.connection("open"));
    assertThat(one.alerts()).isZero();
  }

  @Test
  void aLineIsLookedAtByOneNode() throws Exception {
    one.change("update channel_route set watch_at = now() where organization_id = ?");
    var claims = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 8; i++) {
      claims.add(this::claimed);
    }
    var times = 0;
    try (var executor = Executors.newFixedThreadPool(8)) {
      for (var claim : executor.invokeAll(claims)) {
        times += claim.get();
      }
    }
    assertThat(times).isEqualTo(1);
  }

  @Test
  void aLineIsLookedAtAgainWithinAMinuteAndNotSoon() throws SQLException {
    one.change("update channel_route set watch_at = now() where organization_id = ?");
    try (var transaction = Database.as("tulpar_pipeline")) {
      transaction.setAutoCommit(false); // in it the time stands still
      assertThat(claimed(transaction)).isEqualTo(1);
      passed(transaction, "49 seconds");
      assertThat(claimed(transaction)).isZero();
      passed(transaction, "11 seconds");
      assertThat(claimed(transaction)).isEqualTo(1);
      transaction.rollback();
    }
  }

  @Test
  void linesThatAreLookedAtTogetherComeApart() throws SQLException {
    for (int i = 1; i < 20; i++) {
      var name = "Line " + i;
      one.within(() -> one.lines().create(name));
    }
    one.change("update channel_route set watch_at = now() where organization_id = ?");
    assertThat(claimed()).isEqualTo(1);
    assertThat(
            one.look(
                "select max(watch_at) - min(watch_at) > interval '3 seconds' from channel_route where organization_id = ?"))
        .as("not one after another in the same seconds")
        .isEqualTo("t");
  }

  @Test
  void aLineThatStandsStaysInTheListAndOneThatIsLostMayLeaveIt() throws Exception {
    one.arrived("what was said", OneLine.message("M-1", "question"));
    one.told(OneLine.connection("open"));
    assertThatThrownBy(this::remove)
        .isInstanceOfSatisfying(
            LineRefused.class, e -> assertThat(e.code()).isEqualTo("refused.channel_connected"));
    one.told(OneLine.connection("close"));
    downFor("6 minutes");
    one.gateway.trouble = "unreachable"; // for good
    remove();
    assertThat(one.within(() -> one.lines().all())).isEmpty();
    assertThat(one.alertsAt(NOW)).as("nobody misses it").isZero();
    assertThat(claimed()).as("nobody looks after it").isZero();
    assertThat(one.look("select body from message where organization_id = ?"))
        .isEqualTo("question");
    assertThat(
            one.look(
                "select count(*) from audit_event where type = 'channel.removed' and organization_id = ?"))
        .isEqualTo("1");
  }

  private void remove() {
    one.within(
        () -> {
          one.lines().remove(one.channel());
          return null;
        });
  }

  /** As if so much time had passed. */
  private void passed(Connection connection, String time) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update channel_route set watch_at = watch_at - ?::interval where channel_id = ?")) {
      statement.setString(1, time);
      statement.setObject(2, one.channel());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private void downFor(String time) throws SQLException {
    one.change(
        "update channel set down_since = timestamptz '%s' - interval '%s' where organization_id = ?"
            .formatted(NOW, time));
  }

  private int claimed() throws SQLException {
    try (var connection = Database.as("tulpar_pipeline")) {
      return claimed(connection);
    }
  }

  private int claimed(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select channel_id from claim_watches(100)");
        var rows = statement.executeQuery()) {
      var mine = 0;
      while (rows.next()) {
        mine += rows.getObject(1, UUID.class).equals(one.channel()) ? 1 : 0;
      }
      return mine;
    }
  }
}
