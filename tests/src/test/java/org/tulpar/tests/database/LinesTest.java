package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.Lane;
import org.tulpar.channel.Proof;
import org.tulpar.channel.Routing;
import org.tulpar.channel.line.ChannelChanged;
import org.tulpar.channel.line.GatewayLine;
import org.tulpar.channel.line.LineRefused;
import org.tulpar.channel.line.LineRow;
import org.tulpar.channel.line.Lines;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.inbound.Resolution;
import org.tulpar.dialogue.watch.LineLook;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * The life of a channel through the application's own classes, at a gateway that does as it is
 * told.
 */
class LinesTest {

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
  private final ScriptedLine gateway = new ScriptedLine();
  private final MovingClock clock = new MovingClock();
  private final Rig rig =
      new Rig()
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 4))
          .source("app", new Pool(Database.source("tulpar_app"), 4))
          .with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 2)))
          .with(Clock.class, clock)
          .with(GatewayLine.class, gateway)
          .with(ChannelPayloads.class, Adapters.evolution())
          .with(InboundQueue.class, lane -> {})
          .with(TurnQueue.class, lane -> {})
          .setting("tulpar.secret.key", Base64.getEncoder().encodeToString(new byte[32]))
          .setting("tulpar.public-url", "http://crm/")
          .setting("tulpar.evolution.url", "http://gateway")
          .setting("tulpar.evolution.api-key", "master");

  private UUID channel;

  @BeforeEach
  void prepare() throws SQLException {
    change("insert into organization (organization_id, name) values (?, 'Test')");
    channel = within(() -> rig.get(Lines.class).create("Sales"));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aNewChannelShowsItsCodeAndItsGatewayPostsToIt() throws SQLException {
    assertThat(line().qr()).isEqualTo("data:image/png;base64,AA");
    assertThat(line().state()).isEqualTo(ConnectionState.CONNECTING);
    assertThat(opens(gateway.registration)).isTrue();
    assertThat(gateway.registration.url()).startsWith("http://crm/webhooks/evolution/");
  }

  @Test
  void aChannelThatTheGatewayRefusesLeavesNothingBehind() throws SQLException {
    gateway.trouble = "refused";
    assertThatThrownBy(() -> within(() -> rig.get(Lines.class).create("Other")))
        .isInstanceOfSatisfying(
            LineRefused.class, e -> assertThat(e.code()).isEqualTo("refused.channel_refused"));
    assertThat(look("select count(*) from channel where organization_id = ?")).isEqualTo("1");
  }

  @Test
  void aCodeIsShownScannedAndTheChannelConnected() throws SQLException {
    told(
        "{\"event\":\"qrcode.updated\",\"data\":{\"qrcode\":{\"base64\":\"data:image/png;base64,CC\"}}}");
    assertThat(line().qr()).isEqualTo("data:image/png;base64,CC");
    told(connection("connecting"));
    assertThat(line().scannedAt()).as("it was overtaken by the code").isNull();
    change("update channel set qr_at = qr_at - interval '5 seconds' where organization_id = ?");
    told(connection("connecting"));
    assertThat(line().scannedAt()).isNotNull();
    told(connection("open"));
    assertThat(line().state()).isEqualTo(ConnectionState.OPEN);
    assertThat(line().qr()).isNull();
  }

  @Test
  void aStormOfTheSameWordsWritesAndTellsNothing() throws SQLException {
    told(connection("open"));
    told(connection("connecting"));
    var version = look("select version from channel where organization_id = ?");
    var news = news();
    for (int i = 0; i < 30; i++) {
      told(connection("connecting"));
    }
    assertThat(look("select version from channel where organization_id = ?")).isEqualTo(version);
    assertThat(news()).isEqualTo(news);
  }

  @Test
  void aRegistrationThatGotLostIsSetAgain() throws SQLException {
    lookAtIt();
    assertThat(gateway.registered).as("it was right").isZero();
    gateway.registration = null;
    lookAtIt();
    assertThat(gateway.registered).isEqualTo(1);
    assertThat(opens(gateway.registration)).isTrue();
    gateway.registration = new GatewayLine.Registration("http://elsewhere", "Bearer other");
    lookAtIt();
    assertThat(gateway.registered).isEqualTo(2);
  }

  @Test
  void aGatewayThatDoesNotAnswerIsAProblemUntilItDoes() throws SQLException {
    gateway.trouble = "unreachable";
    lookAtIt();
    assertThat(line().problem()).isEqualTo("unreachable");
    gateway.trouble = null;
    lookAtIt();
    assertThat(line().problem()).isNull();
  }

  @Test
  void aChannelThatWasMadeElsewhereGetsASecretWhenItsRegistrationIsLost() throws SQLException {
    change("update channel set webhook_secret_sealed = null where organization_id = ?");
    gateway.registration = null;
    lookAtIt();
    assertThat(gateway.registered).as("not before every node knows the secret").isZero();
    clock.move(Duration.ofSeconds(9));
    lookAtIt();
    assertThat(gateway.registered).isEqualTo(1);
    assertThat(opens(gateway.registration)).isTrue();
  }

  @Test
  void noWebhookIsRefusedWhileTheSecretChanges() throws SQLException {
    lookAtIt();
    var nodes = List.of(node(), node(), node());
    Deque<GatewayLine.Registration> repeated = new ArrayDeque<>();
    for (int rotation = 0; rotation < 3; rotation++) {
      clock.move(Duration.ofMinutes(31));
      repeated.clear();
      for (int tenth = 0; tenth < 200; tenth++) {
        if (tenth == 13) {
          within(
              () -> {
                rig.get(Lines.class).rotate(channel);
                return null;
              });
        }
        if (tenth == 14) { // a look that came just then leaves the secret alone
          lookAtIt();
        }
        if (tenth == 13 + 90) { // the watch comes when the new secret is known everywhere
          lookAtIt();
        }
        repeated.addLast(gateway.registration);
        for (var node : nodes) {
          post(node, gateway.registration, tenth);
          post(node, repeated.getFirst(), tenth);
        }
        clock.move(Duration.ofMillis(100));
      }
      assertThat(repeated.getFirst()).isNotEqualTo(repeated.getLast());
      assertThat(
              look(
                  "select watch_at - rotated_at >= interval '8 seconds' from channel_route where"
                      + " organization_id = ?"))
          .isEqualTo("t");
    }
  }

  @Test
  void aSecondChangeWaitsForTheFirst() throws SQLException {
    Supplier<Void> rotate =
        () -> {
          rig.get(Lines.class).rotate(channel);
          return null;
        };
    within(rotate);
    assertThatThrownBy(() -> within(rotate)).isInstanceOf(LineRefused.class);
    clock.move(Duration.ofHours(1));
    assertThatThrownBy(() -> within(rotate))
        .as("the gateway has it not")
        .isInstanceOf(LineRefused.class);
    lookAtIt();
    within(rotate);
  }

  @Test
  void theOldSecretEndsAfterADay() throws SQLException {
    lookAtIt();
    var old = gateway.registration;
    within(
        () -> {
          rig.get(Lines.class).rotate(channel);
          return null;
        });
    clock.move(Duration.ofHours(23));
    lookAtIt();
    assertThat(opens(old)).isTrue();
    clock.move(Duration.ofHours(2));
    lookAtIt();
    assertThat(opens(old)).isFalse();
    assertThat(opens(gateway.registration)).isTrue();
  }

  @Test
  void whatCameWhileTheLineWasDownIsFetched() throws Exception {
    told(connection("open"));
    arrived("by webhook", message("M-1", "before"));
    told(connection("close"));
    gateway.history.add(message("M-1", "before").getBytes(StandardCharsets.UTF_8));
    gateway.history.add(message("M-2", "missed").getBytes(StandardCharsets.UTF_8));
    gateway.state = ConnectionState.OPEN;
    lookAtIt();
    drain();
    assertThat(
            look(
                "select string_agg(body, ', ' order by id) from message where organization_id = ?"))
        .isEqualTo("before, missed");
    assertThat(
            look(
                "select count(*) from inbound_event where event_type = 'messages.upsert' and"
                    + " organization_id = ?"))
        .isEqualTo("2");
    assertThat(look("select gap_from from channel where organization_id = ?")).isNull();
  }

  @Test
  void aLineThatIsDownForFiveMinutesIsAnAlert() throws SQLException {
    told(connection("open"));
    assertThat(alerts()).isZero();
    told(connection("close"));
    assertThat(alerts()).isZero();
    change(
        "update channel set down_since = down_since - interval '6 minutes' where organization_id ="
            + " ?");
    assertThat(alerts()).isEqualTo(1);
    told(connection("connecting"));
    assertThat(alerts()).as("trying is not being connected").isEqualTo(1);
    told(connection("open"));
    assertThat(alerts()).isZero();
  }

  @Test
  void aLineIsLookedAtByOneNode() throws Exception {
    change("update channel_route set watch_at = now() where organization_id = ?");
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

  private int claimed() throws SQLException {
    try (var connection = Database.as("tulpar_pipeline");
        var statement = connection.prepareStatement("select channel_id from claim_watches(100)");
        var rows = statement.executeQuery()) {
      var mine = 0;
      while (rows.next()) {
        mine += rows.getObject(1, UUID.class).equals(channel) ? 1 : 0;
      }
      return mine;
    }
  }

  private Routing node() {
    var node =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 1))
            .setting("tulpar.secret.key", Base64.getEncoder().encodeToString(new byte[32]))
            .with(Clock.class, clock);
    return node.get(Routing.class);
  }

  private static void post(Routing node, GatewayLine.Registration registration, int tenth)
      throws SQLException {
    assertThat(found(node, registration)).as("at tenth of a second %d", tenth).isTrue();
  }

  private boolean opens(GatewayLine.Registration registration) throws SQLException {
    return found(node(), registration);
  }

  private static boolean found(Routing node, GatewayLine.Registration registration)
      throws SQLException {
    var key = registration.url().substring(registration.url().lastIndexOf('/') + 1);
    var secret = registration.authorization().substring("Bearer ".length());
    return node.find(ChannelType.EVOLUTION, key, new Proof.Shown(secret), new byte[0]).isPresent();
  }

  private LineRow line() {
    return within(() -> rig.get(Lines.class).all()).getFirst();
  }

  private int alerts() {
    clock.move(Duration.between(clock.instant(), java.time.Instant.now()));
    return within(() -> rig.get(Lines.class).alerts());
  }

  private long news() {
    return rig.fired().stream().filter(ChannelChanged.class::isInstance).count();
  }

  private void lookAtIt() throws SQLException {
    rig.get(LineLook.class).at(organization, channel, ChannelType.EVOLUTION);
  }

  /** The gateway says something by webhook. */
  private void told(String raw) throws SQLException {
    insert(UUID.randomUUID().toString(), raw);
    drain();
    assertThat(
            look(
                "select string_agg(reason, ' ') from inbound_event where status = 'FAILED' and"
                    + " organization_id = ?"))
        .isNull();
  }

  private void arrived(String note, String raw) throws Exception {
    var envelope = Adapters.evolution().envelope(raw.getBytes(StandardCharsets.UTF_8));
    insert(envelope.externalId(), raw);
    drain();
    assertThat(look("select count(*) from message where organization_id = ?"))
        .as(note)
        .isEqualTo("1");
  }

  private void insert(String externalId, String raw) throws SQLException {
    change(
        "insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, raw) values (?, '%s', '%s', 'messages.upsert', %d, '%s')"
            .formatted(channel, externalId, Lane.of(organization), raw));
    if (!raw.contains("messages.upsert")) {
      change(
          "update inbound_event set event_type = 'other' where organization_id = ? and external_id = '%s'"
              .formatted(externalId));
    }
  }

  private void drain() throws SQLException {
    rig.get(Resolution.class).drain(Lane.of(organization));
  }

  private static String connection(String state) {
    return "{\"event\":\"connection.update\",\"data\":{\"state\":\"%s\"}}".formatted(state);
  }

  private static String message(String id, String text) {
    return "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"remoteJid\":\"77010000001@s.whatsapp.net\",\"fromMe\":false,\"id\":\"%s\"},\"message\":{\"conversation\":\"%s\"},\"messageType\":\"conversation\",\"messageTimestamp\":1790000000}}"
        .formatted(id, text);
  }

  private <T> T within(Supplier<T> work) {
    return TenantScope.within(organization, work);
  }

  private void change(String sql) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization.value());
      statement.executeUpdate();
    }
  }

  private String look(String sql) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization.value());
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }
}
