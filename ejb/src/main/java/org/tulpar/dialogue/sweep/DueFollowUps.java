package org.tulpar.dialogue.sweep;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGInterval;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** The planned messages whose time has come, each given to one node. */
@Repository
public class DueFollowUps {

  private static final String CLAIM =
      "select organization_id, follow_up_id, attempts from claim_follow_ups(?, ?, ?)";

  /**
   * @param attempts with this one
   */
  public record Claimed(OrganizationId organization, long id, int attempts) {}

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /**
   * @param each at most so many of one organization
   * @param hold after it, it is given out again unless it was settled
   */
  public List<Claimed> claim(int most, int each, Duration hold) throws SQLException {
    var claimed = new ArrayList<Claimed>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, most);
      statement.setInt(2, each);
      statement.setObject(3, new PGInterval(0, 0, 0, 0, 0, hold.toSeconds()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var organization = new OrganizationId(rows.getObject(1, UUID.class));
          claimed.add(new Claimed(organization, rows.getLong(2), rows.getInt(3)));
        }
      }
    }
    return claimed;
  }
}
