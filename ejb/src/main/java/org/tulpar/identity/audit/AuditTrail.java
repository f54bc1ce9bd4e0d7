package org.tulpar.identity.audit;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.tulpar.identity.audit.AuditFilter.Spot;

/** What was done in the organization in scope, for its administrator. */
@Stateless
@DeclareRoles("ORG_ADMIN")
@RolesAllowed("ORG_ADMIN")
public class AuditTrail {

  public static final int SIZE = 50;

  @Inject AuditRows rows;

  /**
   * @param more whether there are older ones
   */
  public record Sheet(List<AuditRow> rows, boolean more) {

    /** Behind which the next page begins. */
    public Spot last() {
      return new Spot(rows.getLast().at(), rows.getLast().id());
    }
  }

  /**
   * The latest first.
   *
   * @param zone whose days the filter means
   * @param behind the last row of the page before, or null
   */
  public Sheet page(AuditFilter filter, ZoneId zone, Spot behind) {
    var found = rows.page(filter, zone, behind, SIZE + 1);
    return new Sheet(found.subList(0, Math.min(found.size(), SIZE)), found.size() > SIZE);
  }

  /** Who may have done something: names by their numbers. */
  public Map<Long, String> people() {
    return rows.people();
  }
}
