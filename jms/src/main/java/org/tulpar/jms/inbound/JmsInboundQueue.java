package org.tulpar.jms.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import java.time.Duration;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.Pace;
import org.tulpar.dialogue.inbound.Resolution;
import org.tulpar.jms.Broker;
import org.tulpar.jms.LaneQueue;

/** Sends and takes the wake-ups that {@link InboundConsumer} receives. */
@ApplicationScoped
public class JmsInboundQueue implements InboundQueue {

  static final String NAME = "tulpar.inbound";

  /** Nobody sees that an answer comes so much later, and the database has half of the work. */
  private static final Pace PACE = Pace.upTo(Duration.ofMillis(20));

  @Resource(lookup = Broker.CONNECTIONS)
  private ConnectionFactory connections;

  @Inject private Resolution work;

  private LaneQueue queue;

  @PostConstruct
  void open() {
    queue = new LaneQueue(NAME, connections, PACE, work::drain);
  }

  @Override
  public void wake(int lane) {
    queue.wake(lane);
  }

  void arrived(Message wakeUp) {
    queue.arrived(wakeUp);
  }
}
