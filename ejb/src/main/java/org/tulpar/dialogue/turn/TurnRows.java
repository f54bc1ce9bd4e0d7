package org.tulpar.dialogue.turn;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGInterval;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.Columns;
import org.tulpar.dialogue.flow.MessageIds;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** The table {@code turn} and the messages a turn consists of. */
@Repository
public class TurnRows {

  private static final Duration HOLD = Duration.ofSeconds(90);

  private static final String CLAIM =
      "select organization_id, conversation_id, revision, attempts, overdue"
          + " from claim_turns(?, ?, ?, ?, ?, ?)";

  private static final String LINES_OF =
      """
      select organization_id, conversation_id, answered_up_to, handler_since, client_name,
             message_id, author, kind, body, occurred_at
      from turn_lines(?, ?, ?)
      """;

  private static final String FINISH =
      "select organization_id, conversation_id, message_id, decided"
          + " from finish_turns(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Inject private TurnSettings settings;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  private record Claim(
      OrganizationId organization,
      long conversation,
      int revision,
      int attempts,
      boolean overdue) {}

  private record Place(OrganizationId organization, long conversation) {}

  /** What finishing changed; {@code queued} when a reply waits in the outbox. */
  public record Finished(Set<ConversationChanged> changed, boolean queued) {}

  /**
   * Turns whose time has come.
   *
   * @param full organizations without a free place: of theirs only what is overdue
   */
  List<ClaimedTurn> claim(int[] lanes, int most, String worker, List<OrganizationId> full)
      throws SQLException {
    try (var connection = pipeline.getConnection()) {
      var claims = claims(connection, lanes, most, worker, full);
      var scripts = claims.isEmpty() ? Map.<Place, TurnScript>of() : scripts(connection, claims);
      return claims.stream()
          .map(c -> turn(c, scripts.get(new Place(c.organization(), c.conversation()))))
          .toList();
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

  private List<Claim> claims(
      Connection connection, int[] lanes, int most, String worker, List<OrganizationId> full)
      throws SQLException {
    var claims = new ArrayList<Claim>();
    try (var statement = connection.prepareStatement(CLAIM)) {
      statement.setArray(1, Columns.lanes(connection, lanes));
      statement.setInt(2, most);
      statement.setString(3, worker);
      statement.setObject(4, interval(HOLD));
      statement.setArray(
          5, connection.createArrayOf("uuid", full.stream().map(OrganizationId::value).toArray()));
      statement.setObject(6, interval(settings.patience()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          claims.add(
              new Claim(
                  organization(rows),
                  rows.getLong(2),
                  rows.getInt(3),
                  rows.getInt(4),
                  rows.getBoolean(5)));
        }
      }
    }
    claims.sort(Comparator.comparing(Claim::organization));
    return claims;
  }

  /** {@code getObject} with a class is reflection in the server's wrapper, for each row. */
  private static OrganizationId organization(ResultSet rows) throws SQLException {
    return new OrganizationId((UUID) rows.getObject(1));
  }

  private static Map<Place, TurnScript> scripts(Connection connection, List<Claim> claims)
      throws SQLException {
    var scripts = new HashMap<Place, TurnScript>();
    try (var statement = connection.prepareStatement(LINES_OF)) {
      new Columns<>(statement, claims)
          .uuid(c -> c.organization().value())
          .bigint(Claim::conversation)
          .scalar(Line.MOST);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var place = new Place(organization(rows), rows.getLong(2));
          line(rows, scripts.computeIfAbsent(place, p -> new TurnScript()));
        }
      }
    }
    return scripts;
  }

  private static void line(ResultSet row, TurnScript script) throws SQLException {
    script.since(row.getTimestamp(4).toInstant());
    script.add(
        row.getLong(3),
        row.getString(5),
        row.getLong(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getTimestamp(10).toInstant());
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
          .text(DecidedTurn::provenance)
          .text(DecidedTurn::reason)
          .bigint(t -> t.turn().watermark())
          .bigint(messageIds::get);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean(4)) {
            var organization = organization(rows);
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
