package org.tulpar.dialogue.flow;

import java.sql.SQLException;
import java.util.Set;

/**
 * Tells trouble of ours (the database is away, stops, is full, or two transactions met) from an
 * item that can never be stored.
 */
public final class Trouble {

  /** SQLSTATE classes of trouble that passes (PostgreSQL, appendix A). */
  private static final Set<String> PASSES = Set.of("08", "40", "53", "55", "57", "58", "XX");

  private Trouble() {}

  public static void throwIfOurs(Exception trouble) throws SQLException {
    var sql = sqlCause(trouble);
    if (sql == null) {
      return;
    }
    var state = sql.getSQLState();
    if (state == null || PASSES.contains(state.substring(0, 2))) {
      throw sql;
    }
  }

  public static String reason(Exception trouble) {
    var sql = sqlCause(trouble);
    return sql == null ? trouble.toString() : sql.getMessage();
  }

  private static SQLException sqlCause(Throwable trouble) {
    for (var cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
