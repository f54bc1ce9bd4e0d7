package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What one organization has to send, as whoever sends it claims and settles it. */
final class Outbox {

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

  private final Pipeline pipeline;

  Outbox(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** Queues a message of ours in a conversation of its own, as whoever the priority says. */
  long queue(int priority) throws SQLException {
    var client = Pipeline.nextId();
    pipeline.prepare(
        "insert into client (organization_id, id) values (?, ?)", pipeline.organization, client);
    pipeline.prepare(
        "insert into conversation (organization_id, id, client_id, channel_id, address) values (?, ?, ?, ?, 'somebody')",
        pipeline.organization,
        client,
        client,
        pipeline.channel);
    return queue(client, priority);
  }

  long queue(long conversation, int priority) throws SQLException {
    var message = Pipeline.nextId();
    pipeline.prepare(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, handler_epoch, occurred_at)
        select ?, ?, v.id, 'OUT', ?, ?, 'QUEUED', 'TEXT', 'words', v.handler_epoch, now() from conversation v where v.organization_id = ? and v.id = ?
        """,
        pipeline.organization,
        message,
        priority == 1 ? "MANAGER" : "BOT",
        priority == 9 ? "CAMPAIGN" : "CRM",
        pipeline.organization,
        conversation);
    pipeline.prepare(
        "insert into outbox_message (organization_id, message_id, conversation_id, channel_id, lane, priority) values (?, ?, ?, ?, ?, ?)",
        pipeline.organization,
        message,
        conversation,
        pipeline.channel,
        pipeline.lane,
        priority);
    return message;
  }

  List<Claimed> claim() throws SQLException {
    return claim(100);
  }

  List<Claimed> claim(int most) throws SQLException {
    return claim(Pipeline.WORKER, most, new Object[0], new Object[0], new Object[0]);
  }

  /**
   * @param busy channels to be passed over
   * @param off channels to be put off until the time beside them
   */
  List<Claimed> claim(String worker, int most, Object[] busy, Object[] off, Object[] offUntil)
      throws SQLException {
    try (var connection = Pipeline.connect()) {
      var claimed =
          Sql.query(
              connection,
              "select message_id, verdict, claimed_at from claim_outbox(?, ?, ?, ?, ?, ?)",
              Outbox::claimed,
              Sql.array(connection, "int2", pipeline.lane),
              most,
              worker,
              Sql.array(connection, "uuid", busy),
              Sql.array(connection, "uuid", off),
              Sql.array(connection, "timestamptz", offUntil));
      connection.commit();
      return claimed;
    }
  }

  /**
   * In the transaction of the connection.
   *
   * @param function that claims: the real one, or another in its place
   */
  List<Claimed> claim(Connection connection, String function, String worker, int most)
      throws SQLException {
    return Sql.query(
        connection,
        "select message_id, verdict, claimed_at from %s(?, ?, ?)".formatted(function),
        Outbox::claimed,
        Sql.array(connection, "int2", pipeline.lane),
        most,
        worker);
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(row.getLong(1), row.getString(2), row.getString(3));
  }

  /**
   * Claims for an inquiry what is unknown; returns the claims.
   *
   * @param inFlight what the worker is sending itself
   */
  List<Claimed> adopt(String worker, String everyStart, Object... inFlight) throws SQLException {
    try (var connection = Pipeline.connect()) {
      var adopted =
          Sql.query(
              connection,
              "select message_id, claimed_at from adopt_outbox(?, ?, ?, 1000) where organization_id = ?",
              row -> new Claimed(row.getLong(1), "ASK", row.getString(2)),
              worker,
              everyStart,
              Sql.array(connection, "int8", inFlight),
              pipeline.organization);
      connection.commit();
      return adopted;
    }
  }

  /** As the worker that holds the message now. */
  void mark(long message, String outcome, String externalId, String wait) throws SQLException {
    var at =
        pipeline.look(
            "select claimed_at from outbox_message where organization_id = ? and message_id = "
                + message);
    mark(new Claimed(message, "SEND", at), outcome, externalId, wait);
  }

  void mark(Claimed claim, String outcome, String externalId, String wait) throws SQLException {
    try (var connection = Pipeline.connect()) {
      mark(connection, Pipeline.WORKER, claim, outcome, externalId, wait);
      connection.commit();
    }
  }

  /** In the transaction of the connection. */
  void mark(
      Connection connection,
      String worker,
      Claimed claim,
      String outcome,
      String externalId,
      String wait)
      throws SQLException {
    Sql.query(
        connection,
        "select mark_outbox(?, ?, ?, ?, ?, ?, ?, ?, ?::interval[])",
        row -> 0,
        worker,
        Sql.array(connection, "uuid", pipeline.organization),
        Sql.array(connection, "int8", claim.message()),
        Sql.array(connection, "timestamptz", claim.at()),
        Sql.array(connection, "text", outcome),
        Sql.array(connection, "text", externalId),
        Sql.array(connection, "text", outcome.equals("FAILED") ? "gave_up" : (Object) null),
        Sql.array(connection, "text", (Object) null),
        Sql.array(connection, "text", wait));
  }

  /** What a person decides about a message; returns whether there was anything to decide. */
  boolean decide(long message, String choice, long person) throws SQLException {
    try (var connection = pipeline.inScope()) {
      var decided =
          Sql.query(
              connection,
              "select decide_message(?, ?, ?, ?)",
              row -> row.getObject(1) != null,
              message,
              choice,
              person,
              pipeline.lane);
      connection.commit();
      return decided.getFirst();
    }
  }
}
