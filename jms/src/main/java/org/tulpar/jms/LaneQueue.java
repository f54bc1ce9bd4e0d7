package org.tulpar.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.tulpar.channel.Lane;

/**
 * The sending end of a queue of wake-ups: at most one on its way per lane. A wake-up that did not
 * arrive within two seconds counts as lost.
 */
public final class LaneQueue {

  private static final System.Logger LOG = System.getLogger(LaneQueue.class.getName());
  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final String LANE = "lane";

  private final String name;
  private final ConnectionFactory connections;
  private volatile Queue destination;
  private final AtomicLongArray sentAt = new AtomicLongArray(Lane.COUNT);

  public LaneQueue(String name, ConnectionFactory connections) {
    this.name = name;
    this.connections = connections;
  }

  /**
   * The row that waits is the truth and the sweeper comes by, so a broker that is away is news
   * only.
   */
  public void wake(int lane) {
    if (!claim(lane)) {
      return;
    }
    try (var context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .setProperty(LANE, lane)
          .setProperty("JMSXGroupID", LANE + lane)
          .send(destination(context), context.createMessage());
    } catch (JMSRuntimeException e) {
      LOG.log(Level.WARNING, "the broker did not take a wake-up of " + name, e);
    }
  }

  /** Asked for once: each question is a round trip to the broker that waits for its answer. */
  private Queue destination(JMSContext context) {
    var known = destination;
    if (known == null) {
      known = context.createQueue(name);
      destination = known;
    }
    return known;
  }

  /** The lane of a wake-up that has arrived; from now on the next one is sent. */
  public int arrived(Message wakeUp) {
    try {
      var lane = wakeUp.getIntProperty(LANE);
      sentAt.set(lane, 0);
      return lane;
    } catch (JMSException e) {
      throw new IllegalStateException("a wake-up without a lane", e);
    }
  }

  private boolean claim(int lane) {
    var now = System.nanoTime();
    var sent = sentAt.get(lane);
    return (sent == 0 || now - sent > LOST_NANOS) && sentAt.compareAndSet(lane, sent, now);
  }
}
