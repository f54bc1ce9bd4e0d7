package org.tulpar.dialogue.outbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.SendResult;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.Bays;
import org.tulpar.dialogue.flow.GroupCommit;
import org.tulpar.dialogue.flow.Node;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.flow.Pace;
import org.tulpar.dialogue.flow.Providers;
import org.tulpar.dialogue.flow.Trouble;
import org.tulpar.dialogue.flow.Workers;

/**
 * Sends what passed the fence. Results are stored many at a time; a message is settled once,
 * whatever the gateway says, and a result that cannot be stored is kept until it can.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Delivery {

  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());
  private static final int MOST = 256;
  private static final int MARKERS = 1;
  private static final int BOUND = 100_000;

  /** A tick may come that much later; the next message of a conversation too. */
  private static final Pace PACE = Pace.upTo(Duration.ofMillis(10));

  @EJB private DeliveryStep step;
  @Inject private Bays bays;
  @Inject private Outbox outbox;
  @Inject private Fence fence;
  @Inject private Node node;
  @Inject private Clock clock;
  @Inject private Providers providers;
  @Inject private ChannelDirectory channels;
  @Inject private OutFiles files;
  @Inject private OutboundQueue queue;
  @Inject private Event<ConversationChanged> news;
  @Resource private ManagedThreadFactory threads;

  @Resource(lookup = Workers.SENDERS)
  private ManagedThreadFactory senders;

  private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
  private final Queue<Delivered> unsettled = new ConcurrentLinkedQueue<>();
  private GroupCommit<Delivered> marks;
  private ExecutorService sending;
  private Dispatch dispatch;

  @PostConstruct
  void start() {
    // Threads are kept for a while: making one asks the server for its context, which takes longer
    // than a send.
    sending = Executors.newCachedThreadPool(senders);
    dispatch = new Dispatch(sending, this::call, this::settle, fence, clock);
    marks = new GroupCommit<>(BOUND, MOST, PACE, this::mark, this::marked);
    marks.start(threads, MARKERS);
  }

  @PreDestroy
  void stop() {
    sending.shutdown();
    marks.stop();
  }

  /** Sends what may go out of the lanes now. */
  public void drain(int... lanes) throws SQLException {
    var before = fence.moment();
    var claim = bays.run(() -> step.claim(lanes, MOST, dispatch.holds()));
    claim.fenced().forEach(message -> news.fire(changed(message)));
    claim.send().forEach(message -> inFlight.add(message.message()));
    dispatch.send(claim.send(), before);
    if (claim.rows() == MOST) {
      Arrays.stream(lanes).forEach(queue::wake);
    }
  }

  /** Messages that this node is sending right now. */
  public Collection<Long> inFlight() {
    return inFlight;
  }

  /** Channels whose gateway does not answer this node; their messages wait. */
  public Set<UUID> suspended() {
    return dispatch.suspended();
  }

  /** Stores a result together with others; the caller does not wait. */
  public void settle(Delivered result) {
    var settled = marks.offer(result);
    if (settled == null) {
      unsettled.add(result);
    } else {
      settled.whenComplete(
          (stored, trouble) -> {
            if (trouble != null) {
              unsettled.add(result);
            }
          });
    }
  }

  /** Once more what could not be stored: what a gateway has said is not forgotten. */
  public void settleAgain() {
    var results = new ArrayList<Delivered>();
    for (var result = unsettled.poll(); result != null; result = unsettled.poll()) {
      results.add(result);
    }
    results.forEach(this::settle);
  }

  private SendResult call(Outgoing message) {
    try {
      var access = channels.access(message.organization(), message.channel());
      if (access.isEmpty()) {
        return new SendResult.Rejected("channel_gone", "the channel does not exist any more");
      }
      return Sendable.of(message, access.get().type(), clock.instant())
          .through(
              providers.gateway(access.get().type()).named(message.message()), access.get(), files);
    } catch (SQLException e) {
      return new SendResult.Deferred("database_away", e.getMessage(), null);
    }
  }

  private void mark(List<Delivered> results) throws SQLException {
    try {
      store(results);
    } catch (SQLException e) {
      Trouble.throwIfOurs(e);
      apart(results);
    }
  }

  private void store(List<Delivered> results) throws SQLException {
    outbox.mark(results, node.worker()).forEach(queue::wake);
  }

  /**
   * One by one, so that a result that the database refuses holds up no other. Of that one nothing
   * is stored: it stays claimed and is in nobody's hands, so that the inquiry finds out about it.
   */
  private void apart(List<Delivered> results) throws SQLException {
    for (var result : results) {
      try {
        store(List.of(result));
      } catch (SQLException e) {
        Trouble.throwIfOurs(e);
        LOG.log(
            Level.WARNING,
            "the result of message " + result.message().message() + " is not stored",
            e);
      }
    }
  }

  private void marked(List<Delivered> results) {
    results.forEach(result -> inFlight.remove(result.message().message()));
    results.stream().map(result -> changed(result.message())).distinct().forEach(news::fire);
  }

  private static ConversationChanged changed(Outgoing message) {
    return new ConversationChanged(message.organization(), message.conversation());
  }
}
