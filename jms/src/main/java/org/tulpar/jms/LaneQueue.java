package org.tulpar.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.LaneStage;
import org.tulpar.dialogue.flow.Pace;

/**
 * Both ends of a queue of wake-ups: at most one on its way per lane, and none where a worker of
 * this node comes to the lane anyway. A wake-up that did not arrive within two seconds counts as
 * lost.
 */
public final class LaneQueue {

  private static final System.Logger LOG = System.getLogger(LaneQueue.class.getName());
  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final String LANE = "lane";
  private static final String FROM = "from";

  /** Half of the processors are the database's, and each stage has workers of its own. */
  private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final String id = UUID.randomUUID().toString();
  private final String name;
  private final ConnectionFactory connections;
  private final LaneStage stage;
  private volatile Queue destination;
  private final AtomicLongArray sentAt = new AtomicLongArray(Lane.COUNT);

  /**
   * @param pace of the batches
   * @param work what is done with lanes that were woken
   */
  public LaneQueue(String name, ConnectionFactory connections, Pace pace, LaneStage.Work work) {
    this.name = name;
    this.connections = connections;
    this.stage = new LaneStage(WORKERS, pace, work, this::send);
  }

  /** See {@link LaneStage#wake}. */
  public void wake(int lane) {
    stage.wake(lane);
  }

  /**
   * A wake-up has arrived. One of our own says nothing new: its lane waits, or was taken since by
   * somebody who came before.
   */
  public void arrived(Message wakeUp) {
    try {
      var lane = wakeUp.getIntProperty(LANE);
      if (id.equals(wakeUp.getStringProperty(FROM))) {
        sentAt.set(lane, 0);
      } else {
        stage.wokenElsewhere(lane);
      }
    } catch (JMSException e) {
      throw new IllegalStateException("a wake-up without a lane", e);
    }
    Work.of(stage::come);
  }

  /**
   * The row that waits is the truth and the sweeper comes by, so a broker that is away is news
   * only.
   */
  private void send(int lane) {
    if (!claim(lane)) {
      return;
    }
    try (var context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .setProperty(LANE, lane)
          .setProperty(FROM, id)
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

  private boolean claim(int lane) {
    var now = System.nanoTime();
    var sent = sentAt.get(lane);
    return (sent == 0 || now - sent > LOST_NANOS) && sentAt.compareAndSet(lane, sent, now);
  }
}
