package org.tulpar.tenant;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;

/** Which of all organizations something is to be done for; their data stays out of sight. */
@Repository
public class EveryOrganization {

  @Resource(lookup = DataSources.CONSOLE)
  private DataSource console;

  /**
   * @param sql whose first column is the organization's id, over what the console may read
   */
  public List<OrganizationId> that(String sql) throws SQLException {
    var organizations = new ArrayList<OrganizationId>();
    try (var connection = console.getConnection();
        var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        organizations.add(new OrganizationId(rows.getObject(1, UUID.class)));
      }
    }
    return organizations;
  }
}
