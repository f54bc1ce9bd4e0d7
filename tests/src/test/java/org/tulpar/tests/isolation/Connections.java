package org.tulpar.tests.isolation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.tulpar.tenant.DataSources;

/** Looks at the pooled connections as the next one finds them who takes one. */
@ApplicationScoped
public class Connections {

  private static final String QUESTION =
      """
      select coalesce(current_setting('app.organization_id', true), '')
        || (select count(*) from organization) || (select count(*) from users)
        || (select count(*) from client) || (select count(*) from conversation)
        || (select count(*) from message)
      """;

  /** What an unused connection says: no organization, and no row in five tables. */
  public static final String NOTHING = "00000";

  @Resource(lookup = DataSources.APP)
  private DataSource source;

  /** What so many different connections say, all taken before the first is given back. */
  public List<String> seen(int number) throws SQLException {
    var taken = new ArrayList<Connection>();
    try {
      for (int i = 0; i < number; i++) {
        taken.add(source.getConnection());
      }
      var seen = new ArrayList<String>();
      for (var connection : taken) {
        seen.add(answer(connection));
      }
      return seen;
    } finally {
      for (var connection : taken) {
        connection.close();
      }
    }
  }

  private static String answer(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(QUESTION)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
