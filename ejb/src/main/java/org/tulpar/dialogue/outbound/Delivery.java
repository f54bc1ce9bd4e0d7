package org.tulpar.dialogue.outbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.Lane;
import org.tulpar.channel.SendResult;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.GroupCommit;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.flow.Providers;
import org.tulpar.dialogue.flow.Workers;

/**
 * Sends what passed the fence: one conversation after the other in its order, conversations side by
 * side. Results are stored many at a time; a message is settled once, whatever the gateway says.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Delivery {

  private static final int MOST = 256;
  private static final int MARKERS = 1;
  private static final int BOUND = 100_000;

  @Inject private DeliveryStep step;
  @Inject private Outbox outbox;
  @Inject private Providers providers;
  @Inject private ChannelDirectory channels;
  @Inject private OutboundQueue queue;
  @Inject private Event<ConversationChanged> news;
  @Resource private ManagedThreadFactory threads;

  @Resource(lookup = Workers.GATEWAY)
  private ManagedExecutorService gateways;

  private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
  private GroupCommit<Delivered> marks;

  @PostConstruct
  void start() {
    marks = new GroupCommit<>(BOUND, MOST, outbox::mark, this::marked);
    marks.start(threads, MARKERS);
  }

  @PreDestroy
  void stop() {
    marks.stop();
  }

  public void drain(int lane) throws SQLException {
    var claim = step.claim(lane, MOST);
    claim.fenced().forEach(message -> news.fire(changed(message)));
    claim.send().stream()
        .peek(message -> inFlight.add(message.message()))
        .collect(Collectors.groupingBy(Outgoing::conversation))
        .values()
        .forEach(messages -> gateways.execute(() -> sendInOrder(messages)));
    if (claim.rows() == MOST) {
      queue.wake(lane);
    }
  }

  /** Messages that this node is sending right now. */
  public Collection<Long> inFlight() {
    return inFlight;
  }

  /** Stores a result together with others; the caller does not wait. */
  public void settle(Delivered result) {
    var settled = marks.offer(result);
    if (settled == null) {
      throw new IllegalStateException("results are not stored any more");
    }
  }

  private void sendInOrder(List<Outgoing> messages) {
    Delivered earlier = null;
    for (var message : messages) {
      var result =
          earlier != null && earlier.holdsUpOthers()
              ? Delivered.behind(message, earlier)
              : Delivered.of(message, send(message));
      settle(result);
      earlier = result;
    }
  }

  private SendResult send(Outgoing message) {
    try {
      var access = channels.access(message.organization(), message.channel());
      if (access.isEmpty()) {
        return new SendResult.Rejected("channel_gone", "the channel does not exist any more");
      }
      return providers
          .gateway(access.get().type())
          .sendText(access.get(), message.address(), message.body(), message.quotedExternalId());
    } catch (SQLException e) {
      return new SendResult.Deferred("database_away", e.getMessage(), null);
    }
  }

  private void marked(List<Delivered> results) {
    results.forEach(result -> inFlight.remove(result.message().message()));
    results.stream().map(result -> changed(result.message())).distinct().forEach(news::fire);
    // What waited behind these in its conversation may go now.
    results.stream()
        .mapToInt(result -> Lane.of(result.message().organization()))
        .distinct()
        .forEach(queue::wake);
  }

  private static ConversationChanged changed(Outgoing message) {
    return new ConversationChanged(message.organization(), message.conversation());
  }
}
