package org.tulpar.dialogue.turn;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGInterval;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.Columns;
import org.tulpar.dialogue.flow.MessageIds;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.RowSecurity;

/** The table {@code turn} and the messages a turn consists of. */
@Repository
public class TurnRows {

  private static final Duration HOLD = Duration.ofSeconds(90);
  private static final int LINES = 24;

  private static final String CLAIM =
      "select organization_id, conversation_id, revision, attempts, overdue"
          + " from claim_turns(?::smallint, ?, ?, ?, ?, ?)";

  private static final String LINES_OF =
      """
      select v.id, v.answered_up_to, (select c.name from client c where c.organization_id = v.organization_id and c.id = v.client_id),
             m.id, m.author, m.kind, m.body, m.occurred_at as occurred_at, v.handler_since as handler_since
      from conversation v
      cross join lateral (
        select x.id, x.author, x.kind, x.body, x.occurred_at from message x
        where x.organization_id = v.organization_id and x.conversation_id = v.id and x.deleted_at is null
        order by x.occurred_at desc, x.id desc limit ?) m
      where v.organization_id = ? and v.id = any (?)
      order by v.id, m.occurred_at, m.id
      """;

  private static final String FINISH =
      "select organization_id, conversation_id, message_id, decided"
          + " from finish_turns(?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Inject private TurnSettings settings;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  private record Claim(
      OrganizationId organization,
      long conversation,
      int revision,
      int attempts,
      boolean overdue) {}

  /** What finishing changed; {@code queued} when a reply waits in the outbox. */
  public record Finished(Set<ConversationChanged> changed, boolean queued) {}

  /**
   * Turns whose time has come.
   *
   * @param full organizations without a free place: of theirs only what is overdue
   */
  List<ClaimedTurn> claim(int lane, int most, String worker, List<OrganizationId> full)
      throws SQLException {
    try (var connection = pipeline.getConnection()) {
      var claims = claims(connection, lane, most, worker, full);
      var turns = new ArrayList<ClaimedTurn>();
      for (var each : claims.entrySet()) {
        var scripts = scripts(connection, each.getKey(), each.getValue());
        for (var claim : each.getValue()) {
          turns.add(turn(claim, scripts.get(claim.conversation())));
        }
      }
      return turns;
    }
  }

  private ClaimedTurn turn(Claim claim, TurnScript script) {
    return new ClaimedTurn(
        claim.organization(),
        claim.conversation(),
        claim.revision(),
        claim.attempts(),
        script == null ? 0 : script.watermark(),
        script == null ? null : script.question(),
        claim.overdue(),
        script != null && script.loops(settings.loopGuard()));
  }

  private Map<OrganizationId, List<Claim>> claims(
      Connection connection, int lane, int most, String worker, List<OrganizationId> full)
      throws SQLException {
    var claims = new LinkedHashMap<OrganizationId, List<Claim>>();
    try (var statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, lane);
      statement.setInt(2, most);
      statement.setString(3, worker);
      statement.setObject(4, interval(HOLD));
      statement.setArray(
          5, connection.createArrayOf("uuid", full.stream().map(OrganizationId::value).toArray()));
      statement.setObject(6, interval(settings.patience()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var organization = new OrganizationId(rows.getObject(1, UUID.class));
          var claim =
              new Claim(
                  organization,
                  rows.getLong(2),
                  rows.getInt(3),
                  rows.getInt(4),
                  rows.getBoolean(5));
          claims.computeIfAbsent(organization, o -> new ArrayList<>()).add(claim);
        }
      }
    }
    return claims;
  }

  private static Map<Long, TurnScript> scripts(
      Connection connection, OrganizationId organization, List<Claim> claims) throws SQLException {
    RowSecurity.enter(connection, organization);
    var scripts = new HashMap<Long, TurnScript>();
    try (var statement = connection.prepareStatement(LINES_OF)) {
      statement.setInt(1, LINES);
      statement.setObject(2, organization.value());
      statement.setArray(
          3, connection.createArrayOf("int8", claims.stream().map(Claim::conversation).toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var script = scripts.computeIfAbsent(rows.getLong(1), id -> new TurnScript());
          script.since(rows.getTimestamp(9).toInstant());
          script.add(
              rows.getLong(2),
              rows.getString(3),
              rows.getLong(4),
              rows.getString(5),
              rows.getString(6),
              rows.getString(7),
              rows.getTimestamp(8).toInstant());
        }
      }
    }
    return scripts;
  }

  Finished finish(List<DecidedTurn> turns, String worker, MessageIds.Block ids)
      throws SQLException {
    var sorted = new ArrayList<>(turns);
    sorted.sort(Comparator.comparing(t -> t.turn().organization()));
    var messageIds = new HashMap<DecidedTurn, Long>();
    for (var turn : sorted) {
      messageIds.put(turn, ids.takePair());
    }
    var changed = new HashSet<ConversationChanged>();
    var queued = false;
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(FINISH)) {
      new Columns<>(statement, sorted)
          .uuid(t -> t.turn().organization().value())
          .bigint(t -> t.turn().conversation())
          .integer(t -> t.turn().revision())
          .scalar(worker)
          .text(DecidedTurn::kind)
          .text(DecidedTurn::reply)
          .text(DecidedTurn::reason)
          .bigint(t -> t.turn().watermark())
          .bigint(messageIds::get);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean(4)) {
            var organization = new OrganizationId(rows.getObject(1, UUID.class));
            changed.add(new ConversationChanged(organization, rows.getLong(2)));
            queued |= rows.getObject(3) != null;
          }
        }
      }
    }
    return new Finished(changed, queued);
  }

  void defer(ClaimedTurn turn, String worker, Duration wait) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement("select defer_turn(?, ?, ?, ?)")) {
      statement.setObject(1, turn.organization().value());
      statement.setLong(2, turn.conversation());
      statement.setString(3, worker);
      statement.setObject(4, interval(wait));
      statement.execute();
    }
  }

  /** Turns for which there is no place at the model: as if they had not been claimed. */
  void giveBack(List<ClaimedTurn> turns, String worker) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement("select give_back_turns(?, ?, ?)")) {
      new Columns<>(statement, turns)
          .uuid(t -> t.organization().value())
          .bigint(ClaimedTurn::conversation)
          .scalar(worker);
      statement.execute();
    }
  }

  private static PGInterval interval(Duration duration) {
    return new PGInterval(0, 0, 0, 0, 0, duration.toSeconds());
  }
}
