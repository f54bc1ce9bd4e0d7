package org.tulpar.bench.compare;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Old dialogues, so that the tables are as large as after years: written in bulk, each organization
 * under its own policy. Their ids are negative, their times past: nothing that is measured touches
 * them.
 */
final class History {

  private static final int MESSAGES_OF_ONE = 100;

  private static final String CLIENTS =
      """
      insert into client (organization_id, id, name, phone)
      select ?, -i, 'Client ' || i, '7' || (7000000000 + i) from generate_series(?::bigint, ?) i\
      """;

  private static final String CONVERSATIONS =
      """
      insert into conversation (organization_id, id, client_id, channel_id, address, handler, unread, waiting_since, last_message_at)
      select c.organization_id, -i, -i, c.id, '7' || (7000000000 + i) || '@s.whatsapp.net',
             case i % 20 when 0 then 'WAITING_HUMAN' else 'BOT' end, 0,
             case i % 20 when 0 then now() - interval '1 day' end, now() - interval '1 day' - i * interval '1 minute'
      from channel c cross join generate_series(?::bigint, ?) i where c.organization_id = ?\
      """;

  private static final String MESSAGES =
      """
      insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, external_id, occurred_at)
      select ?, -(i * 1000 + n), -i, case n %% 2 when 0 then 'IN' else 'OUT' end, case n %% 2 when 0 then 'CLIENT' else 'BOT' end,
             'PHONE', case n %% 2 when 0 then 'DELIVERED' else 'READ' end, 'TEXT', 'How much is the delivery of number ' || n || '?',
             'OLD' || i || '-' || n, now() - interval '2 days' - i * interval '1 minute' - n * interval '1 second'
      from generate_series(?::bigint, ?) i cross join generate_series(1, %d) n\
      """
          .formatted(MESSAGES_OF_ONE);

  /** What the gateway had sent for each message of a client. */
  private static final String EVENTS =
      """
      insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, status, raw, received_at, processed_at)
      select c.organization_id, c.id, 'OLD' || i || '-' || n, 'messages.upsert', i %% 8, 'PROCESSED', '{"old": "' || repeat(i || '-' || n, 60) || '"}',
             now() - interval '2 days', now() - interval '2 days'
      from channel c cross join generate_series(?::bigint, ?) i cross join generate_series(2, %d, 2) n where c.organization_id = ?\
      """
          .formatted(MESSAGES_OF_ONE);

  private final Tulpar tulpar;
  private long written;

  History(Tulpar tulpar) {
    this.tulpar = tulpar;
  }

  /** Fills up to about that many messages in all. */
  void upTo(long messages) throws IOException, SQLException {
    try (var connection = tulpar.connect("app")) {
      connection.setAutoCommit(false);
      var organizations = toFill();
      var each = (messages - written) / MESSAGES_OF_ONE / organizations.size();
      if (each > 0) {
        for (var organization : organizations) {
          write(connection, organization, each);
        }
        written += each * MESSAGES_OF_ONE * organizations.size();
      }
    }
    try (var connection = tulpar.connect("owner");
        var statement = connection.createStatement()) {
      statement.execute("vacuum (analyze) client, conversation, message, inbound_event");
    }
  }

  /**
   * The first alone, which is asked afterwards, then all the others: it stays as large as it was.
   */
  private List<UUID> toFill() throws IOException, SQLException {
    var all = organizations();
    return written == 0 ? all.subList(0, 1) : all.subList(1, all.size());
  }

  private List<UUID> organizations() throws IOException, SQLException {
    var all = new ArrayList<UUID>();
    try (var connection = tulpar.connect("console");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select organization_id from organization where kind = 'CUSTOMER' order by name")) {
      while (rows.next()) {
        all.add((UUID) rows.getObject(1));
      }
    }
    return all;
  }

  private static void write(Connection connection, UUID organization, long number)
      throws SQLException {
    enter(connection, organization);
    long from;
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select 1 - coalesce(min(id), 0) from conversation where id < 0")) {
      row.next();
      from = Math.max(1, row.getLong(1));
    }
    var to = from + number - 1;
    execute(connection, CLIENTS, organization, from, to);
    execute(connection, CONVERSATIONS, from, to, organization);
    execute(connection, MESSAGES, organization, from, to);
    execute(connection, EVENTS, from, to, organization);
    connection.commit();
  }

  static void enter(Connection connection, UUID organization) throws SQLException {
    execute(
        connection, "select set_config('app.organization_id', ?, true)", organization.toString());
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
