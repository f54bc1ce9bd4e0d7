package org.tulpar.tenant;

/** The trail outside a server. */
public final class TestedTrail {

  private TestedTrail() {}

  public static Trail trail(TestedDatabase database) {
    var trail = new Trail();
    trail.sql = database.sql();
    return trail;
  }
}
