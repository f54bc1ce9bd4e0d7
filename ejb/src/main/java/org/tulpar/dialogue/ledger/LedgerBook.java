package org.tulpar.dialogue.ledger;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.tenant.TenantScope;

/** The ledger of the organization in scope: counted, leafed through, and put to work again. */
@Stateless
@DeclareRoles(LedgerBook.ORG_ADMIN)
@RolesAllowed(LedgerBook.ORG_ADMIN)
public class LedgerBook {

  static final String ORG_ADMIN = "ORG_ADMIN";

  /** Rows of a page. */
  public static final int MOST = 200;

  @Inject private LedgerRows rows;
  @Inject private InboundQueue queue;
  @Inject private Clock clock;

  /**
   * Every channel with its counts.
   *
   * @param days from 1; today counts as one
   */
  public List<ChannelTally> tallies(int days) {
    return rows.tallies(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days - 1L));
  }

  public LedgerPage page(LedgerQuestion question) {
    return rows.page(question);
  }

  /** Puts failed events back to work and returns how many there were; others are left alone. */
  public int processAgain(Collection<Long> ids) {
    var put = rows.retry(ids);
    queue.wake(Lane.of(TenantScope.required()));
    return put;
  }
}
