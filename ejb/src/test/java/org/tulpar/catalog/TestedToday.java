package org.tulpar.catalog;

import java.time.Clock;
import org.tulpar.tenant.TestedDatabase;

/** The day outside a server. */
public final class TestedToday {

  private TestedToday() {}

  public static Today today(TestedDatabase database, Clock clock) {
    var today = new Today();
    today.sql = database.sql();
    today.clock = clock;
    return today;
  }
}
