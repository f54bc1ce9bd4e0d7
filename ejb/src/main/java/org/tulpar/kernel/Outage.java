package org.tulpar.kernel;

import java.sql.SQLException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;

/** Tells a database that is not there from one that was asked wrongly. */
public final class Outage {

  private static final int CLASS = 2;

  private Outage() {}

  /**
   * Whether a failure comes of it. The pool says of a connection it cannot make no state at all,
   * and the server of a transaction that it can neither commit nor roll back nothing but that: no
   * constraint waits for the commit here, so that its connection is gone.
   */
  public static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause).anyMatch(Outage::tells);
  }

  private static boolean tells(Throwable one) {
    return switch (one) {
      case SQLException sql -> isAway(sql.getSQLState());
      case XAException lost -> true;
      default -> false;
    };
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
