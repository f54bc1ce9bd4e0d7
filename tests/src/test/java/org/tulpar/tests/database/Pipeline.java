package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The pipeline's functions as its role calls them, for one new organization with one channel: what
 * arrives here, what is answered and sent in {@link Turns} and {@link Outbox}.
 */
final class Pipeline {

  static final String WORKER = "node/1";

  private static final AtomicLong IDS = new AtomicLong(1_000_000);

  final UUID organization;
  final UUID channel = UUID.randomUUID();
  final short lane;
  final Turns turns = new Turns(this);
  final Outbox outbox = new Outbox(this);

  private Pipeline(UUID organization, short lane) {
    this.organization = organization;
    this.lane = lane;
  }

  static Pipeline ofNewOrganization(int glueSeconds) throws SQLException {
    return ofNewOrganization(glueSeconds, (short) (nextId() % 30_000));
  }

  static Pipeline ofNewOrganization(int glueSeconds, short lane) throws SQLException {
    return ofNewOrganization(glueSeconds, UUID.randomUUID(), lane);
  }

  static Pipeline ofNewOrganization(int glueSeconds, UUID id, short lane) throws SQLException {
    var pipeline = new Pipeline(id, lane);
    pipeline.prepare(
        "insert into organization (organization_id, name, glue_seconds) values (?, 'Test', ?)",
        pipeline.organization,
        glueSeconds);
    pipeline.prepare(
        "insert into channel (organization_id, id, type, name, instance, api_url, per_minute) values (?, ?, 'EVOLUTION', 'Test', 'test', 'http://127.0.0.1', 0)",
        pipeline.organization,
        pipeline.channel);
    pipeline.prepare(
        "insert into channel_route (organization_id, channel_id, channel_key, channel_type, secret_hash) values (?, ?, ?, 'EVOLUTION', '')",
        pipeline.organization,
        pipeline.channel,
        pipeline.channel.toString());
    return pipeline;
  }

  static long nextId() {
    return IDS.incrementAndGet();
  }

  /** Returns the first of two that nobody else gets. */
  static long nextTwoIds() {
    return IDS.getAndAdd(2) + 1;
  }

  static Connection connect() throws SQLException {
    var connection = Database.as("tulpar_pipeline");
    connection.setAutoCommit(false);
    return connection;
  }

  void ingest(String externalId) throws SQLException {
    ingest(lane, externalId, "messages.upsert", "{}");
  }

  void ingest(short toLane, String externalId, String type, String raw) throws SQLException {
    ingest(channel, toLane, externalId, type, raw);
  }

  /** What the hook of one of its channels was told. */
  void ingest(UUID of, String externalId, String type, String raw) throws SQLException {
    ingest(of, lane, externalId, type, raw);
  }

  private void ingest(UUID of, short toLane, String externalId, String type, String raw)
      throws SQLException {
    try (var connection = connect()) {
      Sql.query(
          connection,
          "select ingest(?, ?, ?, ?, ?, ?, ?)",
          row -> 0,
          Sql.array(connection, "uuid", organization),
          Sql.array(connection, "uuid", of),
          Sql.array(connection, "text", externalId),
          Sql.array(connection, "text", type),
          Sql.array(connection, "int2", toLane),
          Sql.array(connection, "text", raw),
          Sql.array(connection, "text", "trace"));
      connection.commit();
    }
  }

  /** One step of the resolution: claims the lane's events and makes each of them this message. */
  void resolve(Incoming message) throws SQLException {
    try (var connection = connect()) {
      var events =
          Sql.query(
              connection,
              "select id from claim_events(?, 100)",
              row -> row.getLong(1),
              Sql.array(connection, "int2", lane));
      apply(connection, message);
      Sql.query(
          connection,
          "select finish_events(?, ?, ?, ?)",
          row -> 0,
          Sql.array(connection, "uuid", Sql.fill(events.size(), organization)),
          Sql.array(connection, "int8", events.toArray()),
          Sql.array(connection, "text", Sql.fill(events.size(), "PROCESSED")),
          Sql.array(connection, "text", Sql.fill(events.size(), (Object) null)));
      connection.commit();
    }
  }

  /** Returns whether each message was new. */
  List<Boolean> apply(Incoming... messages) throws SQLException {
    try (var connection = connect()) {
      var result = apply(connection, messages);
      connection.commit();
      return result;
    }
  }

  /** All messages are of one person. */
  List<Boolean> apply(Connection connection, Incoming... messages) throws SQLException {
    var person = nextId();
    var conversation = nextId();
    var names =
        Arrays.stream(messages).flatMap(m -> Arrays.stream(m.identities())).distinct().toList();
    int people = names.size();
    int n = messages.length;
    var of = Arrays.asList(messages);
    return Sql.query(
        connection,
        "select message_id is not null from apply_messages("
            + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) order by event_id",
        row -> row.getBoolean(1),
        Sql.array(connection, "uuid", Sql.fill(people, organization)),
        Sql.array(connection, "int8", Sql.fill(people, person)),
        Sql.array(connection, "text", Sql.fill(people, "EVOLUTION")),
        Sql.array(connection, "text", names.stream().map(name -> name.split(":", 2)[0]).toArray()),
        Sql.array(connection, "text", names.stream().map(name -> name.split(":", 2)[1]).toArray()),
        Sql.array(connection, "text", Sql.fill(people, "Aigul")),
        Sql.array(connection, "text", Sql.fill(people, (Object) null)),
        Sql.array(connection, "uuid", Sql.fill(n, organization)),
        Sql.array(connection, "int8", of.stream().map(m -> nextId()).toArray()),
        Sql.array(connection, "uuid", Sql.fill(n, channel)),
        Sql.array(connection, "int2", Sql.fill(n, lane)),
        Sql.array(connection, "int8", Sql.fill(n, person)),
        Sql.array(connection, "int8", Sql.fill(n, conversation)),
        Sql.array(connection, "text", of.stream().map(Incoming::address).toArray()),
        Sql.array(connection, "text", of.stream().map(Incoming::chatKind).toArray()),
        Sql.array(connection, "text", of.stream().map(Incoming::externalId).toArray()),
        Sql.array(connection, "text", of.stream().map(Incoming::author).toArray()),
        Sql.array(connection, "text", of.stream().map(Incoming::kind).toArray()),
        Sql.array(connection, "text", of.stream().map(Incoming::text).toArray()),
        Sql.array(connection, "text", Sql.fill(n, (Object) null)),
        Sql.array(connection, "text", Sql.fill(n, "Aigul")),
        Sql.array(connection, "text", Sql.fill(n, (Object) null)),
        Sql.array(connection, "timestamptz", Sql.fill(n, OffsetDateTime.now().toString())),
        Sql.array(connection, "int8", of.stream().map(m -> nextId()).toArray()),
        Sql.array(connection, "bool", Sql.fill(n, false)));
  }

  /** Returns the messages that were settled. */
  List<Long> echo(String address, String externalId, String text) throws SQLException {
    return echo(address, externalId, text, "TEXT");
  }

  List<Long> echo(String address, String externalId, String text, String form) throws SQLException {
    try (var connection = connect()) {
      var settled =
          Sql.query(
              connection,
              "select message_id from apply_echoes(?, ?, ?, ?, ?, ?, ?)",
              row -> row.getLong(1),
              Sql.array(connection, "uuid", organization),
              Sql.array(connection, "uuid", channel),
              Sql.array(connection, "text", address),
              Sql.array(connection, "text", externalId),
              Sql.array(connection, "text", text),
              Sql.array(connection, "text", form),
              Sql.array(connection, "timestamptz", OffsetDateTime.now().toString()));
      connection.commit();
      return settled;
    }
  }

  /**
   * Returns the index of a receipt whose message is unknown, or 0; nothing when nothing changed.
   */
  List<Integer> receipt(String externalId, String status) throws SQLException {
    return receipt(externalId, status, null);
  }

  /**
   * @param ours our own id of the message, where the provider brings it back
   */
  List<Integer> receipt(String externalId, String status, Long ours) throws SQLException {
    try (var connection = connect()) {
      var result =
          Sql.query(
              connection,
              "select unknown from apply_receipts(?, ?, ?, ?, ?, ?, ?, ?)",
              row -> row.getInt(1),
              Sql.array(connection, "uuid", organization),
              Sql.array(connection, "text", externalId),
              Sql.array(connection, "text", status),
              Sql.array(connection, "timestamptz", OffsetDateTime.now().toString()),
              Sql.array(connection, "text", (Object) null),
              Sql.array(connection, "text", (Object) null),
              Sql.array(connection, "uuid", channel),
              Sql.array(connection, "int8", ours));
      connection.commit();
      return result;
    }
  }

  /** A person of the organization; returns the id. */
  long person() throws SQLException {
    var id = nextId();
    prepare(
        "insert into users (organization_id, id, login, password_hash, name, role) values (?, ?, ?, '', 'Dana', 'MANAGER')",
        organization,
        id,
        "dana-" + id);
    return id;
  }

  /** A transaction of the application for this organization. */
  Connection inScope() throws SQLException {
    var connection = Database.as("tulpar_app");
    connection.setAutoCommit(false);
    Sql.query(
        connection,
        "select set_config('app.organization_id', ?, true)",
        row -> 0,
        organization.toString());
    return connection;
  }

  /** Changes rows of this organization as a person would, past row security. */
  void prepare(String sql, Object... parameters) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.prepareStatement(sql)) {
      Sql.bind(statement, parameters);
      statement.executeUpdate();
    }
  }

  /** One value of this organization; the query's only parameter is the organization. */
  String look(String sql) throws SQLException {
    try (var connection = Database.superuser()) {
      var rows = Sql.query(connection, sql, row -> row.getString(1), organization);
      return rows.isEmpty() ? null : rows.getFirst();
    }
  }
}
