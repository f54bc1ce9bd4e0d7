package org.tulpar.dialogue.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tulpar.channel.ChannelPayloads.Envelope;
import org.tulpar.channel.ChannelRoute;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.GroupCommit;
import org.tulpar.dialogue.flow.InboundQueue;

/**
 * Takes a webhook in: when {@link #accept} returns, the event is committed in the ledger, once and
 * for ever.
 */
@ApplicationScoped
public class Intake {

  private static final int FLUSHERS = 2;
  private static final int MOST = 64;
  private static final int BOUND = 20_000;
  private static final long PATIENCE_SECONDS = 4;

  @Inject private Ledger ledger;
  @Inject private Admission admission;
  @Inject private InboundQueue queue;
  @Resource private ManagedThreadFactory threads;

  private GroupCommit<NewEvent> commits;

  @PostConstruct
  void start() {
    commits = new GroupCommit<>(BOUND, MOST, ledger::ingest, this::wake);
    commits.start(threads, FLUSHERS);
  }

  @PreDestroy
  void stop() {
    commits.stop();
  }

  /**
   * Stores the event.
   *
   * @param body the raw bytes, valid UTF-8
   * @throws Overloaded when it is not known to be stored
   */
  public void accept(ChannelRoute route, Envelope envelope, byte[] body, String traceId)
      throws Overloaded {
    admission.check(route);
    var event =
        new NewEvent(
            route.organization(),
            route.channel(),
            envelope.externalId(),
            envelope.eventType(),
            Lane.of(route.organization()),
            new String(body, StandardCharsets.UTF_8),
            traceId);
    var committed = commits.offer(event);
    if (committed == null) {
      throw Overloaded.full("too many webhooks wait", 5);
    }
    try {
      committed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Overloaded("the ledger did not take the webhook", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded("stopping", e);
    }
  }

  private void wake(List<NewEvent> events) {
    events.stream().mapToInt(NewEvent::lane).distinct().forEach(queue::wake);
  }
}
