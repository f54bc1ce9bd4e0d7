package org.tulpar.dialogue.outbound;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.tulpar.dialogue.flow.Node;

/** The transactions of a delivery: none of them is open while a gateway is called. */
@Stateless
public class DeliveryStep {

  @Inject private Outbox outbox;
  @Inject private Node node;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Outbox.Claim claim(int[] lanes, int most, Outbox.Holds holds) throws SQLException {
    return outbox.claim(lanes, most, node.worker(), holds);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<Outbox.Orphan> adopt(Collection<Long> inFlight, int most) throws SQLException {
    return outbox.adopt(node.worker(), node.everyStart(), List.copyOf(inFlight), most);
  }
}
