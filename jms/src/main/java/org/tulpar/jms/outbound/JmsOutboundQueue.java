package org.tulpar.jms.outbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.jms.Broker;
import org.tulpar.jms.LaneQueue;

/** Sends the wake-ups that {@link OutboundConsumer} receives. */
@ApplicationScoped
public class JmsOutboundQueue implements OutboundQueue {

  static final String NAME = "tulpar.outbound";

  @Resource(lookup = Broker.CONNECTIONS)
  private ConnectionFactory connections;

  private LaneQueue queue;

  @PostConstruct
  void open() {
    queue = new LaneQueue(NAME, connections);
  }

  @Override
  public void wake(int lane) {
    queue.wake(lane);
  }

  int arrived(Message wakeUp) {
    return queue.arrived(wakeUp);
  }
}
