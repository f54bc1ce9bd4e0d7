package org.tulpar.operations;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What waits and what failed, over all organizations: for the super-admin, counts only. */
@Stateless
@DeclareRoles(Backlogs.SUPER_ADMIN)
@RolesAllowed(Backlogs.SUPER_ADMIN)
public class Backlogs {

  static final String SUPER_ADMIN = "SUPER_ADMIN";

  @Inject private BacklogRows rows;
  @Inject private Clock clock;

  /** The channels with the longest backlog first. */
  public List<ChannelBacklog> channels(int most) {
    return rows.all(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), most);
  }
}
