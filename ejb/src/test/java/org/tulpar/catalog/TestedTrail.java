package org.tulpar.catalog;

import java.time.Clock;
import org.tulpar.tenant.TestedDatabase;

/** The day and the trail outside a server. */
public final class TestedTrail {

  private TestedTrail() {}

  public static Trail trail(TestedDatabase database) {
    var trail = new Trail();
    trail.sql = database.sql();
    return trail;
  }

  public static Today today(TestedDatabase database, Clock clock) {
    var today = new Today();
    today.sql = database.sql();
    today.clock = clock;
    return today;
  }
}
