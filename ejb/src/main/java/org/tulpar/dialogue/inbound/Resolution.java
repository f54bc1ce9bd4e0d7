package org.tulpar.dialogue.inbound;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.Bays;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.Trouble;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.inbound.ResolutionStep.Step;

/**
 * Works off lanes of the ledger. An event that cannot be applied is found, set aside with its
 * reason, and holds up nobody; trouble of the database flies, and the lanes are tried again.
 */
@ApplicationScoped
public class Resolution {

  private static final int MOST = 256;

  @EJB private ResolutionStep step;
  @Inject private Bays bays;
  @Inject private InboundQueue inbound;
  @Inject private TurnQueue turns;
  @Inject private Event<ConversationChanged> news;

  /** Works off what waits in the lanes now. */
  public void drain(int... lanes) throws SQLException {
    Step done;
    try {
      done = bays.run(() -> step.apply(lanes, MOST));
    } catch (SQLException | RuntimeException e) {
      Trouble.throwIfOurs(e);
      apart(lanes);
      return;
    }
    tell(done);
    if (done.more()) {
      Arrays.stream(lanes).forEach(inbound::wake);
    }
  }

  /**
   * Lane by lane, so that one event that cannot be applied slows down no other lane than its own.
   */
  private void apart(int... lanes) throws SQLException {
    if (lanes.length == 1) {
      oneByOne(lanes[0]);
      return;
    }
    for (var lane : lanes) {
      drain(lane);
    }
  }

  private void oneByOne(int lane) throws SQLException {
    for (var name : step.waiting(lane, MOST)) {
      try {
        tell(step.apply(name));
      } catch (SQLException | RuntimeException e) {
        Trouble.throwIfOurs(e);
        step.setAside(name, Trouble.reason(e));
      }
    }
    inbound.wake(lane);
  }

  private void tell(Step done) {
    done.turnsDue().forEach(turns::wake);
    done.changed().forEach(news::fire);
  }
}
