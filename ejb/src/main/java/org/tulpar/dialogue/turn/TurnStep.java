package org.tulpar.dialogue.turn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.tulpar.dialogue.flow.MessageIds;
import org.tulpar.dialogue.flow.Node;

/** The transactions of a turn: none of them is open while a decision is made. */
@ApplicationScoped
public class TurnStep {

  @Inject private TurnRows rows;
  @Inject private MessageIds ids;
  @Inject private Node node;

  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  public List<ClaimedTurn> claim(int lane, int most) throws SQLException {
    return rows.claim(lane, most, node.worker());
  }

  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  public TurnRows.Finished finish(List<DecidedTurn> turns) throws SQLException {
    return rows.finish(turns, node.worker(), ids.block());
  }

  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  public void defer(ClaimedTurn turn, Duration wait) throws SQLException {
    rows.defer(turn, node.worker(), wait);
  }
}
