package org.tulpar.dialogue.sweep;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;

/** Which lanes have work whose time has come. */
@Repository
public class DueLanes {

  /** A stage of the pipeline with a work list of its own. */
  enum Stage {
    INBOUND,
    TURN,
    OUTBOUND
  }

  /** A lane of a stage. */
  record Due(Stage stage, int lane) {}

  private static final String ALL =
      """
      select 'INBOUND', l from generate_series(0, ?) l where exists (
        select from inbound_event e where e.lane = l and e.status = 'WAITING' and e.due_at <= now())
      union all
      select 'TURN', l from generate_series(0, ?) l where exists (
        select from turn t where t.lane = l and t.due_at <= now() and (t.claimed_until is null or t.claimed_until < now()))
      union all
      select 'OUTBOUND', l from generate_series(0, ?) l where exists (
        select from unnest('{1,5,9}'::smallint[]) p(priority) cross join lateral (
          select from outbox_message o where o.lane = l and o.priority = p.priority and o.claimed_by is null and o.due_at <= now() limit 1) o)
      """;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  List<Due> all() throws SQLException {
    var due = new ArrayList<Due>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(ALL)) {
      for (var parameter = 1; parameter <= Stage.values().length; parameter++) {
        statement.setInt(parameter, org.tulpar.channel.Lane.COUNT - 1);
      }
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          due.add(new Due(Stage.valueOf(rows.getString(1)), rows.getInt(2)));
        }
      }
    }
    return due;
  }
}
