package org.tulpar.dialogue.sweep;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** The organizations that have something whose time has come. */
@Repository
public class DueOrganizations {

  private static final String SNOOZED =
      "select distinct organization_id from (select organization_id from snooze where until <="
          + " now() order by until limit 1000) due";

  private static final String BEGUN =
      "select distinct organization_id from (select organization_id from begun_conversation where until <="
          + " now() order by until limit 1000) due";

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /** A snoozed conversation that comes back. */
  List<OrganizationId> withSnoozed() throws SQLException {
    return that(SNOOZED);
  }

  /** A conversation that was begun and may have been left empty. */
  List<OrganizationId> withBegun() throws SQLException {
    return that(BEGUN);
  }

  private List<OrganizationId> that(String sql) throws SQLException {
    var organizations = new ArrayList<OrganizationId>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        organizations.add(new OrganizationId(rows.getObject(1, UUID.class)));
      }
    }
    return organizations;
  }
}
