package org.tulpar.dialogue.outbound;

import jakarta.annotation.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGInterval;
import org.tulpar.dialogue.flow.Columns;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** The table {@code outbox_message}: what must be sent and is not settled. */
@Repository
public class Outbox {

  private static final String CLAIM =
      """
      select organization_id, message_id, conversation_id, channel_id, attempts, address, body, quoted, verdict
      from claim_outbox(?::smallint, ?, ?)
      """;

  private static final String ADOPT =
      """
      select organization_id, message_id, conversation_id, channel_id, attempts, address, body, quoted, queued_at
      from adopt_outbox(?, ?, ?, ?)
      """;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /**
   * What a claim brought.
   *
   * @param rows how many rows were looked at
   * @param fenced messages that may not be sent any more
   */
  public record Claim(List<Outgoing> send, List<Outgoing> fenced, int rows) {}

  /** Moves what may be sent to SENDING; the fence is inside this one call. */
  Claim claim(int lane, int most, String worker) throws SQLException {
    var send = new ArrayList<Outgoing>();
    var fenced = new ArrayList<Outgoing>();
    var rows = 0;
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, lane);
      statement.setInt(2, most);
      statement.setString(3, worker);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          rows++;
          switch (found.getString(9)) {
            case "SEND" -> send.add(outgoing(found));
            case "FENCED" -> fenced.add(outgoing(found));
            default -> {} // held while a person types: it stays queued
          }
        }
      }
    }
    return new Claim(send, fenced, rows);
  }

  /** Messages whose sender is gone or whose fate is unknown, now ours to find out about. */
  List<Orphan> adopt(String worker, String everyStart, List<Long> inFlight, int most)
      throws SQLException {
    var orphans = new ArrayList<Orphan>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(ADOPT)) {
      statement.setString(1, worker);
      statement.setString(2, everyStart);
      statement.setArray(3, connection.createArrayOf("int8", inFlight.toArray()));
      statement.setInt(4, most);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          orphans.add(new Orphan(outgoing(found), found.getTimestamp(9).toInstant()));
        }
      }
    }
    return orphans;
  }

  /** A message that may or may not have been sent. */
  public record Orphan(Outgoing message, java.time.Instant queuedAt) {}

  void mark(List<Delivered> results) throws SQLException {
    var sorted =
        results.stream().sorted(Comparator.comparing(r -> r.message().organization())).toList();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement("select mark_outbox(?, ?, ?, ?, ?, ?, ?)")) {
      new Columns<>(statement, sorted)
          .uuid(r -> r.message().organization().value())
          .bigint(r -> r.message().message())
          .text(r -> r.outcome().name())
          .text(Delivered::externalId)
          .text(Delivered::code)
          .text(Delivered::detail)
          .interval(r -> interval(r.pause()));
      statement.execute();
    }
  }

  private static Outgoing outgoing(ResultSet row) throws SQLException {
    return new Outgoing(
        new OrganizationId(row.getObject(1, UUID.class)),
        row.getLong(2),
        row.getLong(3),
        row.getObject(4, UUID.class),
        row.getInt(5),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }

  private static PGInterval interval(Duration duration) {
    return duration == null ? null : new PGInterval(0, 0, 0, 0, 0, duration.toMillis() / 1000.0);
  }
}
