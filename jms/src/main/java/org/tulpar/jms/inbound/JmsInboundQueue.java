package org.tulpar.jms.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.jms.Broker;
import org.tulpar.jms.LaneQueue;

/** Sends the wake-ups that {@link InboundConsumer} receives. */
@ApplicationScoped
public class JmsInboundQueue implements InboundQueue {

  static final String NAME = "tulpar.inbound";

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
