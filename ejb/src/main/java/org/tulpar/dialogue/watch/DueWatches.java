package org.tulpar.dialogue.watch;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.channel.ChannelType;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** Which lines are to be looked at; a line is given to one caller. */
@Repository
public class DueWatches {

  /** A line whose minute has come. */
  record Due(OrganizationId organization, UUID channel, ChannelType type) {}

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  List<Due> claim(int most) throws SQLException {
    var due = new ArrayList<Due>();
    try (var connection = pipeline.getConnection();
        var statement =
            connection.prepareStatement(
                "select organization_id, channel_id, channel_type from claim_watches(?)")) {
      statement.setInt(1, most);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          due.add(
              new Due(
                  new OrganizationId(rows.getObject(1, UUID.class)),
                  rows.getObject(2, UUID.class),
                  ChannelType.valueOf(rows.getString(3))));
        }
      }
    }
    return due;
  }
}
