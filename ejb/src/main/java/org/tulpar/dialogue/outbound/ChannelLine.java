package org.tulpar.dialogue.outbound;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.tulpar.channel.SendResult;

/**
 * One channel's way out on this node: a bounded number of conversations at once, the others wait
 * here and nowhere else, and none goes while the gateway is down or asked us to stay away.
 */
final class ChannelLine {

  /** Conversations at once: enough for 300 messages a second at a tenth of a second each. */
  static final int WIDTH = 32;

  private static final int CROWD = 64;
  private static final Duration OPEN_FOR = Duration.ofSeconds(15);
  private static final Duration HALF_OPEN_PAUSE = Duration.ofSeconds(1);

  private static final CircuitBreakerConfig CONFIG =
      CircuitBreakerConfig.custom()
          .slidingWindowSize(10)
          .minimumNumberOfCalls(5)
          .failureRateThreshold(50)
          .slowCallDurationThreshold(Duration.ofSeconds(5))
          .slowCallRateThreshold(50)
          .waitDurationInOpenState(OPEN_FOR)
          .permittedNumberOfCallsInHalfOpenState(3)
          .recordResult(result -> result instanceof SendResult r && isTrouble(r))
          .build();

  private final Clock clock;
  private final CircuitBreaker breaker;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;
  private volatile Instant away = Instant.EPOCH;

  ChannelLine(String name, Clock clock) {
    this.clock = clock;
    this.breaker = CircuitBreaker.of(name, CONFIG);
    breaker
        .getEventPublisher()
        .onStateTransition(
            change -> {
              if (change.getStateTransition().getToState() == State.OPEN) {
                stayAway(OPEN_FOR);
              }
            });
  }

  /** Runs the work now, or when one that runs has ended. */
  void submit(Runnable work, Executor executor) {
    synchronized (this) {
      if (running >= WIDTH) {
        waiting.add(work);
        return;
      }
      running++;
    }
    executor.execute(() -> workOff(work));
  }

  /** Why nothing may be sent now: how long to wait; empty when this call may go. */
  Optional<Duration> refusal() {
    var rest = Duration.between(clock.instant(), away);
    if (rest.isPositive()) {
      return Optional.of(rest);
    }
    return breaker.tryAcquirePermission() ? Optional.empty() : Optional.of(HALF_OPEN_PAUSE);
  }

  /** Must follow every call that was not refused. */
  void ended(SendResult result, Duration took) {
    breaker.onResult(took.toNanos(), TimeUnit.NANOSECONDS, result);
    if (result instanceof SendResult.Deferred d && d.retryAfter() != null) {
      stayAway(d.retryAfter());
    }
  }

  synchronized boolean isCrowded() {
    return waiting.size() >= CROWD;
  }

  /** Until when nothing is to be sent; empty when something may. */
  Optional<Instant> awayUntil() {
    return away.isAfter(clock.instant()) ? Optional.of(away) : Optional.empty();
  }

  /** The gateway did not answer, again and again, and has not proved since that it does. */
  boolean isSuspended() {
    return breaker.getState() != State.CLOSED;
  }

  private void stayAway(Duration pause) {
    var until = clock.instant().plus(pause);
    away = until.isAfter(away) ? until : away;
  }

  private void workOff(Runnable first) {
    try {
      first.run();
    } finally {
      Runnable next;
      while ((next = following()) != null) {
        next.run();
      }
    }
  }

  private synchronized Runnable following() {
    var next = waiting.poll();
    if (next == null) {
      running--;
    }
    return next;
  }

  /** A refusal is an answer; "too fast" is one too, and its pause is kept apart. */
  private static boolean isTrouble(SendResult result) {
    return switch (result) {
      case SendResult.Accepted a -> false;
      case SendResult.Rejected r -> false;
      case SendResult.Deferred d -> !"rate_limited".equals(d.code());
      case SendResult.Unknown u -> true;
    };
  }
}
