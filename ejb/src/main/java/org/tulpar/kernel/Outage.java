package org.tulpar.kernel;

import java.sql.SQLException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;

/** Tells a database that is not there from one that was asked wrongly. */
public final class Outage {

  private static final int CLASS = 2;

  private Outage() {}

  /**
   * Whether a failure comes of it; the pool says of a connection it cannot make no state at all.
   */
  public static boolean isBehind(Throwable failure) {
    return causes(failure)
        .anyMatch(one -> one instanceof SQLException sql && isAway(sql.getSQLState()));
  }

  /**
   * Whether it comes of it, or of a transaction that could neither be committed nor rolled back. No
   * constraint waits for a commit here, so that its connection is gone; what it did may be stored
   * all the same, so that no program should be told to try again.
   */
  public static boolean isAround(Throwable failure) {
    return isBehind(failure) || causes(failure).anyMatch(XAException.class::isInstance);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause);
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
