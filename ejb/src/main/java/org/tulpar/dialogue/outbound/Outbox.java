package org.tulpar.dialogue.outbound;

import jakarta.annotation.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGInterval;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.Columns;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** The table {@code outbox_message}: what must be sent and is not settled. */
@Repository
public class Outbox {

  private static final String CLAIM =
      """
      select organization_id, message_id, conversation_id, channel_id, attempts, address, body, quoted, claimed_at, kind, content, client_at, verdict
      from claim_outbox(?, ?, ?, ?, ?, ?)
      """;

  private static final String MARK = "select mark_outbox(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String ADOPT =
      """
      select organization_id, message_id, conversation_id, channel_id, attempts, address, body, quoted, claimed_at, queued_at, kind
      from adopt_outbox(?, ?, ?, ?)
      """;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /**
   * What this node does not want to be given.
   *
   * @param busy channels that have enough to do
   * @param off channels whose gateway is down, and until when their messages are put off
   */
  public record Holds(Set<UUID> busy, Map<UUID, Instant> off) {}

  /**
   * What a claim brought.
   *
   * @param rows how many rows were looked at
   * @param fenced messages that may not be sent any more
   */
  public record Claim(List<Outgoing> send, List<Outgoing> fenced, int rows) {}

  /** Moves what may be sent to SENDING; the fence is inside this one call. */
  Claim claim(int[] lanes, int most, String worker, Holds holds) throws SQLException {
    var send = new ArrayList<Outgoing>();
    var fenced = new ArrayList<Outgoing>();
    var rows = 0;
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(CLAIM)) {
      var off = List.copyOf(holds.off().entrySet());
      new Columns<>(statement, List.copyOf(holds.busy()))
          .scalar(Columns.lanes(connection, lanes))
          .scalar(most)
          .scalar(worker)
          .uuid(channel -> channel)
          .then(off)
          .uuid(Map.Entry::getKey)
          .instant(Map.Entry::getValue);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          rows++;
          switch (found.getString(13)) {
            case "SEND" -> send.add(claimed(found));
            case "FENCED" -> fenced.add(claimed(found));
            default -> {} // a person types, or a limit is reached: it stays queued
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
          orphans.add(
              new Orphan(
                  outgoing(found).saying(found.getString(11), null, null),
                  found.getTimestamp(10).toInstant()));
        }
      }
    }
    return orphans;
  }

  /** A message that may or may not have been sent. */
  public record Orphan(Outgoing message, Instant queuedAt) {}

  /**
   * @param worker who had claimed them
   * @return the lanes of these messages in which something is due: it may have waited behind them
   */
  List<Integer> mark(List<Delivered> results, String worker) throws SQLException {
    var lanes =
        results.stream().map(r -> (short) Lane.of(r.message().organization())).distinct().toList();
    var waiting = new ArrayList<Integer>();
    var sorted =
        results.stream().sorted(Comparator.comparing(r -> r.message().organization())).toList();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(MARK)) {
      new Columns<>(statement, sorted)
          .scalar(worker)
          .uuid(r -> r.message().organization().value())
          .bigint(r -> r.message().message())
          .instant(r -> r.message().claimedAt())
          .text(r -> r.outcome().name())
          .text(Delivered::externalId)
          .text(Delivered::code)
          .text(r -> storable(r.detail()))
          .interval(r -> interval(r.pause()))
          .then(lanes)
          .smallint(lane -> lane);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          waiting.add(rows.getInt(1));
        }
      }
    }
    return waiting;
  }

  private static Outgoing claimed(ResultSet row) throws SQLException {
    var clientAt = row.getObject(12, OffsetDateTime.class);
    return outgoing(row)
        .saying(
            row.getString(10), row.getString(11), clientAt == null ? null : clientAt.toInstant());
  }

  private static Outgoing outgoing(ResultSet row) throws SQLException {
    return new Outgoing(
        new OrganizationId((UUID) row.getObject(1)),
        row.getLong(2),
        row.getLong(3),
        (UUID) row.getObject(4),
        row.getInt(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getObject(9, OffsetDateTime.class).toInstant());
  }

  /** Without the character that PostgreSQL does not store: one answer must not spoil the others. */
  private static String storable(String detail) {
    return detail == null ? null : detail.replace("\u0000", "");
  }

  private static PGInterval interval(Duration duration) {
    return duration == null ? null : new PGInterval(0, 0, 0, 0, 0, duration.toMillis() / 1000.0);
  }
}
