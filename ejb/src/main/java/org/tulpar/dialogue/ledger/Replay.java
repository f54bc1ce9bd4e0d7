package org.tulpar.dialogue.ledger;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.tenant.TenantScope;

/**
 * Puts a day of a channel's ledger back to work, so that what got lost behind it comes again. What
 * is there already stays as it is: no message, no client and no answer twice.
 */
@Stateless
@DeclareRoles(LedgerBook.ORG_ADMIN)
@RolesAllowed(LedgerBook.ORG_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Replay {

  private static final int PIECE = 2_000;

  @Inject private ReplayStep step;
  @Inject private InboundQueue queue;

  /**
   * Returns how many events wait again. In pieces: nobody is locked out for the length of a day.
   *
   * @param day in UTC, by the time of receipt
   */
  public long day(UUID channel, LocalDate day) {
    var since = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    var till = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return span(channel, since, till);
  }

  private long span(UUID channel, Instant since, Instant till) {
    var putBack = 0L;
    Long behind = 0L;
    while (behind != null) {
      var piece = step.piece(channel, since, till, behind, PIECE);
      putBack += piece.putBack();
      behind = piece.last();
      queue.wake(Lane.of(TenantScope.required()));
    }
    return putBack;
  }
}
