package org.tulpar.jms.outbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.flow.Pace;
import org.tulpar.dialogue.outbound.Delivery;
import org.tulpar.jms.Broker;
import org.tulpar.jms.LaneQueue;

/** Sends and takes the wake-ups that {@link OutboundConsumer} receives. */
@ApplicationScoped
public class JmsOutboundQueue implements OutboundQueue {

  static final String NAME = "tulpar.outbound";

  @Resource(lookup = Broker.CONNECTIONS)
  private ConnectionFactory connections;

  @EJB private Delivery work;

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
