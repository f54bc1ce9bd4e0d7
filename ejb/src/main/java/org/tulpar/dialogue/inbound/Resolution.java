package org.tulpar.dialogue.inbound;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.Bays;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.inbound.ResolutionStep.Step;

/**
 * Works off a lane of the ledger. An event that cannot be applied is found, set aside with its
 * reason, and holds up nobody; trouble of the database flies, and the lane is tried again.
 */
@ApplicationScoped
public class Resolution {

  private static final int MOST = 256;

  @EJB private ResolutionStep step;
  @Inject private Bays bays;
  @Inject private InboundQueue inbound;
  @Inject private TurnQueue turns;
  @Inject private Event<ConversationChanged> news;

  public void drain(int lane) throws SQLException {
    Step done;
    try {
      done = bays.run(() -> step.apply(lane, MOST));
    } catch (SQLException | RuntimeException e) {
      oneByOne(lane, e);
      return;
    }
    tell(lane, done);
    if (done.more()) {
      inbound.wake(lane);
    }
  }

  private void oneByOne(int lane, Exception cause) throws SQLException {
    Trouble.throwIfOurs(cause);
    for (var name : step.waiting(lane, MOST)) {
      try {
        tell(lane, step.apply(lane, name));
      } catch (SQLException | RuntimeException e) {
        Trouble.throwIfOurs(e);
        step.setAside(lane, name, Trouble.reason(e));
      }
    }
    inbound.wake(lane);
  }

  private void tell(int lane, Step done) {
    if (done.turnsDue()) {
      turns.wake(lane);
    }
    done.changed().forEach(news::fire);
  }
}
