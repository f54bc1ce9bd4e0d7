package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The pipeline's functions as its role calls them, for one new organization with one channel. */
final class Pipeline {

  static final String WORKER = "node/1";

  private static final AtomicLong IDS = new AtomicLong(1_000_000);

  final UUID organization;
  final UUID channel = UUID.randomUUID();
  final short lane;

  private Pipeline(UUID organization, short lane) {
    this.organization = organization;
    this.lane = lane;
  }

  /**
   * A message of the channel.
   *
   * @param identities kind and value, separated by a colon
   * @param author CLIENT, or MANAGER for one typed on the phone
   */
  record Incoming(
      String externalId, String author, String kind, String text, String... identities) {

    static Incoming from(String jid, String externalId, String text) {
      return new Incoming(externalId, "CLIENT", "TEXT", text, "JID:" + jid);
    }

    static Incoming typedOnThePhone(String jid, String externalId, String text) {
      return new Incoming(externalId, "MANAGER", "TEXT", text, "JID:" + jid);
    }
  }

  record Turn(long conversation, int revision) {}

  /**
   * @param at names the claim
   */
  record Claimed(long message, String verdict, String at) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Claimed c && c.message == message && c.verdict.equals(verdict);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(message);
    }
  }

  static Pipeline ofNewOrganization(int glueSeconds) throws SQLException {
    return ofNewOrganization(glueSeconds, (short) (IDS.incrementAndGet() % 30_000));
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

  static Connection connect() throws SQLException {
    var connection = Database.as("tulpar_pipeline");
    connection.setAutoCommit(false);
    return connection;
  }

  void ingest(String externalId) throws SQLException {
    ingest(lane, externalId, "messages.upsert", "{}");
  }

  void ingest(short toLane, String externalId, String type, String raw) throws SQLException {
    try (var connection = connect()) {
      query(
          connection,
          "select ingest(?, ?, ?, ?, ?, ?, ?)",
          row -> 0,
          array(connection, "uuid", organization),
          array(connection, "uuid", channel),
          array(connection, "text", externalId),
          array(connection, "text", type),
          array(connection, "int2", toLane),
          array(connection, "text", raw),
          array(connection, "text", "trace"));
      connection.commit();
    }
  }

  /** One step of the resolution: claims the lane's events and makes each of them this message. */
  void resolve(Incoming message) throws SQLException {
    try (var connection = connect()) {
      var events =
          query(
              connection,
              "select id from claim_events(?, 100)",
              row -> row.getLong(1),
              array(connection, "int2", lane));
      apply(connection, message);
      query(
          connection,
          "select finish_events(?, ?, ?, ?)",
          row -> 0,
          array(connection, "uuid", fill(events.size(), organization)),
          array(connection, "int8", events.toArray()),
          array(connection, "text", fill(events.size(), "PROCESSED")),
          array(connection, "text", fill(events.size(), (Object) null)));
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
    var person = IDS.incrementAndGet();
    var conversation = IDS.incrementAndGet();
    var names =
        Arrays.stream(messages).flatMap(m -> Arrays.stream(m.identities())).distinct().toList();
    int people = names.size();
    int n = messages.length;
    var of = Arrays.asList(messages);
    return query(
        connection,
        "select message_id is not null from apply_messages("
            + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) order by event_id",
        row -> row.getBoolean(1),
        array(connection, "uuid", fill(people, organization)),
        array(connection, "int8", fill(people, person)),
        array(connection, "text", fill(people, "EVOLUTION")),
        array(connection, "text", names.stream().map(name -> name.split(":", 2)[0]).toArray()),
        array(connection, "text", names.stream().map(name -> name.split(":", 2)[1]).toArray()),
        array(connection, "text", fill(people, "Aigul")),
        array(connection, "text", fill(people, (Object) null)),
        array(connection, "uuid", fill(n, organization)),
        array(connection, "int8", of.stream().map(m -> IDS.incrementAndGet()).toArray()),
        array(connection, "uuid", fill(n, channel)),
        array(connection, "int2", fill(n, lane)),
        array(connection, "int8", fill(n, person)),
        array(connection, "int8", fill(n, conversation)),
        array(connection, "text", of.stream().map(Pipeline::address).toArray()),
        array(connection, "text", of.stream().map(Pipeline::chatKind).toArray()),
        array(connection, "text", of.stream().map(Incoming::externalId).toArray()),
        array(connection, "text", of.stream().map(Incoming::author).toArray()),
        array(connection, "text", of.stream().map(Incoming::kind).toArray()),
        array(connection, "text", of.stream().map(Incoming::text).toArray()),
        array(connection, "text", fill(n, (Object) null)),
        array(connection, "text", fill(n, "Aigul")),
        array(connection, "text", fill(n, (Object) null)),
        array(connection, "timestamptz", fill(n, OffsetDateTime.now().toString())),
        array(connection, "int8", of.stream().map(m -> IDS.incrementAndGet()).toArray()),
        array(connection, "bool", fill(n, false)));
  }

  List<Turn> claimTurns(String worker, String hold) throws SQLException {
    try (var connection = connect()) {
      var turns =
          query(
              connection,
              "select conversation_id, revision from claim_turns(?, 100, ?, ?::interval, '{}', interval '1 minute')",
              row -> new Turn(row.getLong(1), row.getInt(2)),
              array(connection, "int2", lane),
              worker,
              hold);
      connection.commit();
      return turns;
    }
  }

  /** Returns whether the decision was taken. */
  boolean finish(Turn turn, String worker, String decision, String reply) throws SQLException {
    try (var connection = connect()) {
      var decided =
          query(
              connection,
              "select decided from finish_turns(?, ?, ?, ?, ?, ?, ?, ?, ?)",
              row -> row.getBoolean(1),
              array(connection, "uuid", organization),
              array(connection, "int8", turn.conversation()),
              array(connection, "int4", turn.revision()),
              worker,
              array(connection, "text", decision),
              array(connection, "text", reply),
              array(connection, "text", "reason"),
              array(connection, "int8", 1L),
              array(connection, "int8", IDS.addAndGet(2)));
      connection.commit();
      return decided.getFirst();
    }
  }

  List<Claimed> claimOutbox() throws SQLException {
    return claimOutbox(100);
  }

  List<Claimed> claimOutbox(int most) throws SQLException {
    return claimOutbox(WORKER, most, new Object[0], new Object[0], new Object[0]);
  }

  /**
   * @param busy channels to be passed over
   * @param off channels to be put off until the time beside them
   */
  List<Claimed> claimOutbox(String worker, int most, Object[] busy, Object[] off, Object[] offUntil)
      throws SQLException {
    try (var connection = connect()) {
      var claimed =
          query(
              connection,
              "select message_id, verdict, claimed_at from claim_outbox(?, ?, ?, ?, ?, ?)",
              row -> new Claimed(row.getLong(1), row.getString(2), row.getString(3)),
              array(connection, "int2", lane),
              most,
              worker,
              array(connection, "uuid", busy),
              array(connection, "uuid", off),
              array(connection, "timestamptz", offUntil));
      connection.commit();
      return claimed;
    }
  }

  /** Claims for an inquiry what is unknown; returns the claims. */
  List<Claimed> adopt(String worker, String everyStart) throws SQLException {
    try (var connection = connect()) {
      var adopted =
          query(
              connection,
              "select message_id, claimed_at from adopt_outbox(?, ?, '{}', 1000) where organization_id = ?",
              row -> new Claimed(row.getLong(1), "ASK", row.getString(2)),
              worker,
              everyStart,
              organization);
      connection.commit();
      return adopted;
    }
  }

  /** As the worker that holds the message now. */
  void mark(long message, String outcome, String externalId, String wait) throws SQLException {
    var at =
        look(
            "select claimed_at from outbox_message where organization_id = ? and message_id = "
                + message);
    mark(new Claimed(message, "SEND", at), outcome, externalId, wait);
  }

  void mark(Claimed claim, String outcome, String externalId, String wait) throws SQLException {
    try (var connection = connect()) {
      query(
          connection,
          "select mark_outbox(?, ?, ?, ?, ?, ?, ?, ?, ?::interval[])",
          row -> 0,
          WORKER,
          array(connection, "uuid", organization),
          array(connection, "int8", claim.message()),
          array(connection, "timestamptz", claim.at()),
          array(connection, "text", outcome),
          array(connection, "text", externalId),
          array(connection, "text", outcome.equals("FAILED") ? "gave_up" : (Object) null),
          array(connection, "text", (Object) null),
          array(connection, "text", wait));
      connection.commit();
    }
  }

  /** As the clock does it: gives back what people have been silent about. */
  List<Long> returnSilent() throws SQLException {
    try (var connection = inScope()) {
      var returned =
          query(
              connection,
              "select return_silent_conversations(100, ?)",
              row -> row.getLong(1),
              (Object) lane);
      connection.commit();
      return returned;
    }
  }

  /** What a person decides about a message; returns whether there was anything to decide. */
  boolean decide(long message, String choice, long person) throws SQLException {
    try (var connection = inScope()) {
      var decided =
          query(
              connection,
              "select decide_message(?, ?, ?, ?)",
              row -> row.getObject(1) != null,
              message,
              choice,
              person,
              lane);
      connection.commit();
      return decided.getFirst();
    }
  }

  /** A transaction of the application for this organization. */
  private Connection inScope() throws SQLException {
    var connection = Database.as("tulpar_app");
    connection.setAutoCommit(false);
    query(
        connection,
        "select set_config('app.organization_id', ?, true)",
        row -> 0,
        organization.toString());
    return connection;
  }

  /** A person of the organization; returns the id. */
  long person() throws SQLException {
    var id = IDS.incrementAndGet();
    prepare(
        "insert into users (organization_id, id, login, password_hash, name, role) values (?, ?, ?, '', 'Dana', 'MANAGER')",
        organization,
        id,
        "dana-" + id);
    return id;
  }

  /** Queues a message of ours in a conversation of its own, as whoever the priority says. */
  long queue(int priority) throws SQLException {
    var client = IDS.incrementAndGet();
    prepare("insert into client (organization_id, id) values (?, ?)", organization, client);
    prepare(
        "insert into conversation (organization_id, id, client_id, channel_id, address) values (?, ?, ?, ?, 'somebody')",
        organization,
        client,
        client,
        channel);
    return queue(client, priority);
  }

  long queue(long conversation, int priority) throws SQLException {
    var message = IDS.incrementAndGet();
    prepare(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, handler_epoch, occurred_at)
        select ?, ?, v.id, 'OUT', ?, ?, 'QUEUED', 'TEXT', 'words', v.handler_epoch, now() from conversation v where v.organization_id = ? and v.id = ?
        """,
        organization,
        message,
        priority == 1 ? "MANAGER" : "BOT",
        priority == 9 ? "CAMPAIGN" : "CRM",
        organization,
        conversation);
    prepare(
        "insert into outbox_message (organization_id, message_id, conversation_id, channel_id, lane, priority) values (?, ?, ?, ?, ?, ?)",
        organization,
        message,
        conversation,
        channel,
        lane,
        priority);
    return message;
  }

  /** Returns the messages that were settled. */
  List<Long> echo(String address, String externalId, String text) throws SQLException {
    return echo(address, externalId, text, "TEXT");
  }

  List<Long> echo(String address, String externalId, String text, String form) throws SQLException {
    try (var connection = connect()) {
      var settled =
          query(
              connection,
              "select message_id from apply_echoes(?, ?, ?, ?, ?, ?, ?)",
              row -> row.getLong(1),
              array(connection, "uuid", organization),
              array(connection, "uuid", channel),
              array(connection, "text", address),
              array(connection, "text", externalId),
              array(connection, "text", text),
              array(connection, "text", form),
              array(connection, "timestamptz", OffsetDateTime.now().toString()));
      connection.commit();
      return settled;
    }
  }

  /**
   * Returns the index of a receipt whose message is unknown, or 0; nothing when nothing changed.
   */
  List<Integer> receipt(String externalId, String status) throws SQLException {
    try (var connection = connect()) {
      var result =
          query(
              connection,
              "select unknown from apply_receipts(?, ?, ?, ?, ?, ?)",
              row -> row.getInt(1),
              array(connection, "uuid", organization),
              array(connection, "text", externalId),
              array(connection, "text", status),
              array(connection, "timestamptz", OffsetDateTime.now().toString()),
              array(connection, "text", (Object) null),
              array(connection, "text", (Object) null));
      connection.commit();
      return result;
    }
  }

  /** Changes rows of this organization as a person would, past row security. */
  void prepare(String sql, Object... parameters) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      statement.executeUpdate();
    }
  }

  /** One value of this organization; the query's only parameter is the organization. */
  String look(String sql) throws SQLException {
    try (var connection = Database.superuser()) {
      var rows = query(connection, sql, row -> row.getString(1), organization);
      return rows.isEmpty() ? null : rows.getFirst();
    }
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> query(
      Connection connection, String sql, Row<T> mapper, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (var rows = statement.executeQuery()) {
        var found = new ArrayList<T>();
        while (rows.next()) {
          found.add(mapper.of(rows));
        }
        return found;
      }
    }
  }

  private static void bind(java.sql.PreparedStatement statement, Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private static java.sql.Array array(Connection connection, String type, Object... values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }

  private static Object[] fill(int size, Object value) {
    var values = new Object[size];
    Arrays.fill(values, value);
    return values;
  }

  private static String address(Incoming message) {
    return message.identities()[0].split(":", 2)[1];
  }

  private static String chatKind(Incoming message) {
    return address(message).endsWith("@g.us") ? "GROUP" : "DIRECT";
  }
}
