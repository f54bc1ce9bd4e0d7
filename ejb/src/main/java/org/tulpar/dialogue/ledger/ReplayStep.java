package org.tulpar.dialogue.ledger;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** One piece of a replay is one transaction. */
@Stateless
public class ReplayStep {

  @Inject private LedgerRows rows;

  /**
   * What a piece did.
   *
   * @param last the id it ended with, or null when there is nothing behind it
   */
  public record Piece(Long last, int putBack) {}

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Piece piece(UUID channel, Instant since, Instant till, long behind, int most) {
    return rows.replay(channel, since, till, behind, most);
  }
}
