package org.tulpar.operations;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;

/** Asks the database for an answer, through the pool the pages use. */
@Repository
public class DatabaseProbe {

  private static final int SECONDS = 2;

  @Resource(lookup = DataSources.APP)
  private DataSource source;

  /**
   * Returns when the database answered.
   *
   * @throws IllegalStateException when it did not, or not within two seconds
   */
  public void check() {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      statement.execute("select 1");
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }
}
