package org.tulpar.dialogue.turn;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.tulpar.dialogue.flow.MessageIds;
import org.tulpar.dialogue.flow.Node;
import org.tulpar.tenant.OrganizationId;

/** The transactions of a turn: none of them is open while a decision is made. */
@Stateless
public class TurnStep {

  @Inject private TurnRows rows;
  @Inject private MessageIds ids;
  @Inject private Node node;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<ClaimedTurn> claim(int[] lanes, int most, List<OrganizationId> full)
      throws SQLException {
    return rows.claim(lanes, most, node.worker(), full);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void giveBack(List<ClaimedTurn> turns) throws SQLException {
    rows.giveBack(turns, node.worker());
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public TurnRows.Finished finish(List<DecidedTurn> turns) throws SQLException {
    return rows.finish(turns, node.worker(), ids.block());
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void defer(ClaimedTurn turn, Duration wait) throws SQLException {
    rows.defer(turn, node.worker(), wait);
  }
}
