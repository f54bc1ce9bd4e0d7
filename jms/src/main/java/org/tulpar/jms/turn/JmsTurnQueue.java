package org.tulpar.jms.turn;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import org.tulpar.dialogue.flow.Pace;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.turn.Turns;
import org.tulpar.jms.Broker;
import org.tulpar.jms.LaneQueue;

/** Sends and takes the wake-ups that {@link TurnConsumer} receives. */
@ApplicationScoped
public class JmsTurnQueue implements TurnQueue {

  static final String NAME = "tulpar.turn";

  @Resource(lookup = Broker.CONNECTIONS)
  private ConnectionFactory connections;

  @Inject private Turns work;

  private LaneQueue queue;

  @PostConstruct
  void open() {
    queue = new LaneQueue(NAME, connections, Pace.none(), work::drain);
  }

  @Override
  public void wake(int lane) {
    queue.wake(lane);
  }

  void arrived(Message wakeUp) {
    queue.arrived(wakeUp);
  }
}
