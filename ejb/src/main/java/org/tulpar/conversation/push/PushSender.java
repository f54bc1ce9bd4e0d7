package org.tulpar.conversation.push;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/**
 * Sends with a bounded number of hands from a bounded queue, of which no organization has more than
 * a share, tries again for a short while, and then lets it be: who opens Tulpar sees what waits
 * without any notice.
 */
@ApplicationScoped
public class PushSender {

  /** As {@code dialogue} names it: virtual threads for what waits on others. */
  private static final String GATEWAY = "java:app/concurrent/gateway";

  private static final System.Logger LOG = System.getLogger(PushSender.class.getName());
  private static final int HANDS = 64;
  private static final int WAITING = 2000;
  private static final int OF_ONE_WAITING = 500;
  private static final int OF_ONE_HANDS = 16;
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Who asks for a longer wait is not asked again: by then the notice is old. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private record Attempt(Push push, int number) {}

  private final FairQueue<OrganizationId, Attempt> waiting =
      new FairQueue<>(WAITING, OF_ONE_WAITING, OF_ONE_HANDS);
  private final Semaphore hands = new Semaphore(HANDS);

  @Inject private PushGateway gateway;
  @Inject private PushStep step;
  @Resource private ManagedScheduledExecutorService scheduler;

  @Resource(lookup = GATEWAY)
  private ManagedExecutorService workers;

  void send(Push push) {
    send(new Attempt(push, 1));
  }

  private void send(Attempt attempt) {
    if (waiting.offer(attempt.push().organization(), attempt)) {
      work();
    } else {
      dropped(attempt, "too_many");
    }
  }

  /** Whoever lays something in, or has just put down a hand, sees to it that it is taken up. */
  private void work() {
    while (waiting.hasWork() && hands.tryAcquire()) {
      if (!begins()) {
        return; // what waits is taken up with whatever comes next
      }
    }
  }

  /** Returns whether a hand is at it; one that was refused is free again. */
  private boolean begins() {
    try {
      workers.execute(this::hand);
      return true;
    } catch (RuntimeException e) {
      hands.release();
      LOG.log(Level.WARNING, "no hand for the notices that wait", e);
      return false;
    }
  }

  private void hand() {
    try {
      for (var next = waiting.take(); next != null; next = waiting.take()) {
        try {
          guarded(next);
        } finally {
          waiting.done(next.push().organization());
        }
      }
    } finally {
      hands.release();
    }
    work();
  }

  private void guarded(Attempt attempt) {
    try {
      var push = attempt.push();
      var result = gateway.send(push.address(), push.words());
      if (!(result instanceof PushResult.Later later) || !again(attempt, later)) {
        settled(attempt, result);
      }
    } catch (RuntimeException | Error e) { // a hand goes on with the next
      LOG.log(Level.WARNING, "a notice broke off, to browser " + attempt.push().subscription(), e);
    }
  }

  private boolean again(Attempt attempt, PushResult.Later later) {
    var wait = later.pause() == null ? PAUSE.multipliedBy(attempt.number()) : later.pause();
    if (attempt.number() == ATTEMPTS || wait.compareTo(PATIENCE) > 0) {
      return false;
    }
    var next = new Attempt(attempt.push(), attempt.number() + 1);
    scheduler.schedule(() -> send(next), wait.toMillis(), TimeUnit.MILLISECONDS);
    return true;
  }

  private void settled(Attempt attempt, PushResult result) {
    switch (result) {
      case PushResult.Taken taken -> {}
      case PushResult.Gone gone ->
          LOG.log(Level.INFO, "browser {0} is told no more", attempt.push().subscription());
      case PushResult.Later later -> dropped(attempt, later.code());
      case PushResult.Rejected rejected -> dropped(attempt, rejected.code());
    }
    var push = attempt.push();
    TenantScope.within(push.organization(), () -> step.settle(push, result));
  }

  private static void dropped(Attempt attempt, String code) {
    LOG.log(
        Level.WARNING,
        "a notice to browser {0} is dropped after attempt {1}: {2}",
        attempt.push().subscription(),
        attempt.number(),
        code);
  }
}
