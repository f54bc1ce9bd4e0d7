package org.tulpar.dialogue.inbound;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** How many events wait, from the index of what waits. */
@Repository
public class Waiting {

  private static final String COUNTS =
      "select organization_id, count(*) from inbound_event where status = 'WAITING' group by organization_id";

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /** Organizations with nothing waiting are absent. */
  Map<OrganizationId, Long> byOrganization() throws SQLException {
    var counts = new HashMap<OrganizationId, Long>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(COUNTS);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        counts.put(new OrganizationId(rows.getObject(1, UUID.class)), rows.getLong(2));
      }
    }
    return counts;
  }
}
