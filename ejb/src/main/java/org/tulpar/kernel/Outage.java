package org.tulpar.kernel;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells a database that is not there from one that was asked wrongly. */
public final class Outage {

  private static final int CLASS = 2;

  private Outage() {}

  /**
   * Whether a failure comes of it; the pool says of a connection it cannot make no state at all.
   */
  public static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause)
        .anyMatch(one -> one instanceof SQLException sql && isAway(sql.getSQLState()));
  }

  private static boolean isAway(String state) {
    return state == null
        || state.length() < CLASS
        || switch (state.substring(0, CLASS)) {
          case "08", "53", "57" -> true;
          default -> false;
        };
  }
}
