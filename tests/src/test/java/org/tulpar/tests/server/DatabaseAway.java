package org.tulpar.tests.server;

import java.sql.SQLException;

/**
 * The server's connections to its database are cut, and it takes no others, until this is closed.
 */
public final class DatabaseAway implements AutoCloseable {

  private static final String CUT =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'tulpar' and backend_type = 'client backend'";

  public DatabaseAway() {
    tell("alter database tulpar connection limit 0");
    try {
      tell(CUT);
      tell("select pg_sleep(0.2)"); // one that was being made when the limit came is there now
      tell(CUT);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static void tell(String statement) {
    try (var connection = Installation.TESTED.superuser();
        var told = connection.createStatement()) {
      told.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    tell("alter database tulpar connection limit -1");
  }
}
