package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.Lane;
import org.tulpar.channel.Proof;
import org.tulpar.channel.Routing;
import org.tulpar.channel.line.ChannelChanged;
import org.tulpar.channel.line.GatewayLine;
import org.tulpar.channel.line.LineRow;
import org.tulpar.channel.line.Lines;
import org.tulpar.conversation.Takeover.BotSilenced;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.inbound.Resolution;
import org.tulpar.dialogue.watch.LineLook;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * An organization with one channel, through the application's own classes, at a gateway that does
 * as it is told.
 */
final class OneLine implements Prepared {

  final ScriptedLine gateway = new ScriptedLine();
  final MovingClock clock = new MovingClock();

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
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

  @Override
  public void prepare() throws SQLException {
    change("insert into organization (organization_id, name) values (?, 'Test')");
    channel = within(() -> lines().create("Sales"));
  }

  @Override
  public void close() {
    rig.close();
  }

  UUID channel() {
    return channel;
  }

  Lines lines() {
    return rig.get(Lines.class);
  }

  void rotate() {
    within(
        () -> {
          lines().rotate(channel);
          return null;
        });
  }

  Routing node() {
    var node =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 1))
            .setting("tulpar.secret.key", Base64.getEncoder().encodeToString(new byte[32]))
            .with(Clock.class, clock);
    return node.get(Routing.class);
  }

  boolean opens(GatewayLine.Registration registration) throws SQLException {
    return found(node(), registration);
  }

  static boolean found(Routing node, GatewayLine.Registration registration) throws SQLException {
    var key = registration.url().substring(registration.url().lastIndexOf('/') + 1);
    var secret = registration.authorization().substring("Bearer ".length());
    return node.find(ChannelType.EVOLUTION, key, new Proof.Shown(secret), new byte[0]).isPresent();
  }

  LineRow line() {
    return within(() -> lines().all()).getFirst();
  }

  int alerts() {
    return alertsAt(Instant.now());
  }

  int alertsAt(Instant moment) {
    clock.move(Duration.between(clock.instant(), moment));
    return within(() -> lines().alerts());
  }

  long news() {
    return rig.fired().stream().filter(ChannelChanged.class::isInstance).count();
  }

  /** Conversations in which whoever is about to send the bot's words was told to let it be. */
  List<String> silenced() {
    return rig.fired().stream()
        .filter(BotSilenced.class::isInstance)
        .map(fact -> Long.toString(((BotSilenced) fact).conversationId()))
        .toList();
  }

  void lookAtIt() throws SQLException {
    rig.get(LineLook.class).at(organization, channel, ChannelType.EVOLUTION);
  }

  /** The gateway says something by webhook. */
  void told(String raw) throws SQLException {
    insert(UUID.randomUUID().toString(), raw);
    drain();
    assertThat(
            look(
                "select string_agg(reason, ' ') from inbound_event where status = 'FAILED' and"
                    + " organization_id = ?"))
        .isNull();
  }

  void arrived(String note, String raw) throws Exception {
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

  void drain() throws SQLException {
    rig.get(Resolution.class).drain(Lane.of(organization));
  }

  /** The gateway says how the line stands. */
  static String connection(String state) {
    return "{\"event\":\"connection.update\",\"data\":{\"state\":\"%s\"}}".formatted(state);
  }

  /** A message of a person, as the gateway tells it. */
  static String message(String id, String text) {
    return "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"remoteJid\":\"77010000001@s.whatsapp.net\",\"fromMe\":false,\"id\":\"%s\"},\"message\":{\"conversation\":\"%s\"},\"messageType\":\"conversation\",\"messageTimestamp\":1790000000}}"
        .formatted(id, text);
  }

  /** The same, sent from the channel's phone or by us. */
  static String fromUs(String id, String text) {
    return message(id, text).replace("\"fromMe\":false", "\"fromMe\":true");
  }

  <T> T within(Supplier<T> work) {
    return TenantScope.within(organization, work);
  }

  void change(String sql) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization.value());
      statement.executeUpdate();
    }
  }

  String look(String sql) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization.value());
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }
}
