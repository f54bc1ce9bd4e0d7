package org.tulpar.dialogue.inbound;

import jakarta.annotation.Resource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGInterval;
import org.tulpar.channel.ChannelType;
import org.tulpar.dialogue.flow.Columns;
import org.tulpar.dialogue.inbound.EventOutcome.Deferred;
import org.tulpar.dialogue.inbound.EventOutcome.Failed;
import org.tulpar.dialogue.inbound.EventOutcome.Ignored;
import org.tulpar.dialogue.inbound.EventOutcome.Processed;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** The table {@code inbound_event}: every webhook that was ever acknowledged. */
@Repository
public class Ledger {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private static final String EVENT =
      "select organization_id, id, channel_id, channel_type, event_type, raw, attempts, trace_id, again, more from ";

  /**
   * Two flushers that are told the same events, each in another order, wait and do not deadlock.
   */
  private static final Comparator<NewEvent> ONE_ORDER_FOR_ALL =
      Comparator.comparing(NewEvent::organization)
          .thenComparing(NewEvent::channel)
          .thenComparing(NewEvent::externalId);

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /** One round trip and one commit, which waits for the disk. */
  void ingest(List<NewEvent> events) throws SQLException {
    var sorted = inOneOrder(events);
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement("select ingest(?, ?, ?, ?, ?, ?, ?)")) {
      new Columns<>(statement, sorted)
          .uuid(e -> e.organization().value())
          .uuid(NewEvent::channel)
          .text(NewEvent::externalId)
          .text(NewEvent::eventType)
          .smallint(NewEvent::lane)
          .text(NewEvent::raw)
          .text(NewEvent::traceId);
      statement.execute();
    }
  }

  static List<NewEvent> inOneOrder(List<NewEvent> events) {
    return events.stream().sorted(ONE_ORDER_FOR_ALL).toList();
  }

  /** The oldest waiting events; the lanes are locked until the transaction ends. */
  List<LedgerEvent> claim(int[] lanes, int most) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(EVENT + "claim_events(?, ?)")) {
      statement.setArray(1, Columns.lanes(connection, lanes));
      statement.setInt(2, most);
      return events(statement);
    }
  }

  /** This event, if it still waits; the lane is locked until the transaction ends. */
  List<LedgerEvent> claim(int lane, OrganizationId organization, long id) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(EVENT + "claim_event(?::smallint, ?, ?)")) {
      statement.setInt(1, lane);
      statement.setObject(2, organization.value());
      statement.setLong(3, id);
      return events(statement);
    }
  }

  private static List<LedgerEvent> events(PreparedStatement statement) throws SQLException {
    var events = new ArrayList<LedgerEvent>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        events.add(
            new LedgerEvent(
                new OrganizationId((UUID) rows.getObject(1)),
                rows.getLong(2),
                (UUID) rows.getObject(3),
                ChannelType.valueOf(rows.getString(4)),
                rows.getString(5),
                rows.getString(6),
                rows.getInt(7),
                rows.getString(8),
                rows.getBoolean(9),
                rows.getBoolean(10)));
      }
    }
    return events;
  }

  void finish(List<EventOutcome> outcomes) throws SQLException {
    var deferred = outcomes.stream().filter(Deferred.class::isInstance).toList();
    var finished = outcomes.stream().filter(o -> !(o instanceof Deferred)).toList();
    if (!deferred.isEmpty()) {
      call("select defer_events(?, ?, ?)", deferred, LOOK_AGAIN);
    }
    if (!finished.isEmpty()) {
      call("select finish_events(?, ?, ?, ?)", finished, null);
    }
  }

  private void call(String sql, List<EventOutcome> outcomes, Duration wait) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(sql)) {
      var columns =
          new Columns<>(statement, outcomes)
              .uuid(o -> o.event().organization().value())
              .bigint(o -> o.event().id());
      if (wait == null) {
        columns.text(Ledger::status).text(Ledger::reason);
      } else {
        columns.scalar(new PGInterval(0, 0, 0, 0, 0, wait.toSeconds()));
      }
      statement.execute();
    }
  }

  private static String status(EventOutcome outcome) {
    return switch (outcome) {
      case Processed p -> "PROCESSED";
      case Ignored i -> "IGNORED";
      case Failed f -> "FAILED";
      case Deferred d -> "WAITING";
    };
  }

  private static String reason(EventOutcome outcome) {
    return switch (outcome) {
      case Processed p -> null;
      case Ignored i -> i.reason();
      case Failed f -> f.reason();
      case Deferred d -> null;
    };
  }
}
