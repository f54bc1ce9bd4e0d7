package org.tulpar.analytics;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** The organizations whose days are counted: those that serve clients. */
@Repository
public class CountedOrganizations {

  private static final String ALL =
      "select organization_id from organization where kind = 'CUSTOMER' order by organization_id";

  @Resource(lookup = DataSources.CONSOLE)
  private DataSource console;

  List<OrganizationId> all() throws SQLException {
    var organizations = new ArrayList<OrganizationId>();
    try (var connection = console.getConnection();
        var statement = connection.prepareStatement(ALL);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        organizations.add(new OrganizationId(rows.getObject(1, UUID.class)));
      }
    }
    return organizations;
  }
}
