package org.tulpar.operations;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The organizations of the installation, for the super-admin: counts only. */
@Stateless
@DeclareRoles(Backlogs.SUPER_ADMIN)
@RolesAllowed(Backlogs.SUPER_ADMIN)
public class OrganizationLoads {

  /** So many are shown at once. */
  public static final int PAGE = 50;

  private static final int MOST_PAGES = 200;
  private static final int LONGEST_PART = 80;
  private static final int DAYS = 7;

  @Inject private OrganizationRows rows;
  @Inject private Clock clock;

  /**
   * Some of them by name, and one more where there are more.
   *
   * @param part of a name; empty for all
   * @param page from 0
   */
  public List<OrganizationLoad> page(String part, int page) {
    var wanted = part == null ? "" : part.replace("\u0000", "").strip();
    return rows.page(
        wanted.substring(0, Math.min(LONGEST_PART, wanted.length())),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS),
        Math.clamp(page, 0, MOST_PAGES) * PAGE,
        PAGE + 1);
  }
}
