package org.tulpar.dialogue.sweep;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.tulpar.channel.Lane;
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

  private static final String ALL = "select stage, lane from due_lanes(?)";

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  List<Due> all() throws SQLException {
    var due = new ArrayList<Due>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(ALL)) {
      statement.setInt(1, Lane.COUNT - 1);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          due.add(new Due(Stage.valueOf(rows.getString(1)), rows.getInt(2)));
        }
      }
    }
    return due;
  }
}
