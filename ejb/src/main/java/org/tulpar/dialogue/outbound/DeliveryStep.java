package org.tulpar.dialogue.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.tulpar.dialogue.flow.Node;

/** The transactions of a delivery: none of them is open while a gateway is called. */
@ApplicationScoped
public class DeliveryStep {

  @Inject private Outbox outbox;
  @Inject private Node node;

  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  public Outbox.Claim claim(int lane, int most) throws SQLException {
    return outbox.claim(lane, most, node.worker());
  }

  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  public List<Outbox.Orphan> adopt(Collection<Long> inFlight, int most) throws SQLException {
    return outbox.adopt(node.worker(), node.everyStart(), List.copyOf(inFlight), most);
  }
}
