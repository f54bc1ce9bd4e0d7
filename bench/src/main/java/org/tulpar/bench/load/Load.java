package org.tulpar.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One run: sends, waits for the last reply, says what became of each message. */
public final class Load {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SAMPLE_SECONDS = 1;
  private static final long WEIGHED_BEFORE_MILLIS = 1_000;
  private static final long WEIGHED_AFTER_MILLIS = 20_000;
  private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Plan plan;
  private final Tally tally;
  private final Blow blow;

  private Load(Plan plan) {
    this.plan = plan;
    this.tally = new Tally(plan, System.nanoTime() >>> 10);
    this.blow = plan.strike() == null ? null : new Blow(plan, tally);
  }

  public static void main(String[] words) throws IOException, InterruptedException {
    Plan plan;
    try {
      plan = Plan.of(words);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Plan.HELP);
      System.exit(2);
      return;
    }
    var outcome = new Load(plan).run();
    System.out.println(
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(outcome));
    if (plan.json() != null) {
      Files.writeString(
          plan.json(),
          JSON.writeValueAsString(outcome) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    System.exit(outcome.isClean() ? 0 : 1);
  }

  private Outcome run() throws IOException, InterruptedException {
    var watch = new Watch(plan.processes());
    try (var gateway = new StubGateway(plan.gatewayPort(), tally);
        var clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
      var sampling =
          clock.scheduleAtFixedRate(
              watch::sample, SAMPLE_SECONDS, SAMPLE_SECONDS, TimeUnit.SECONDS);
      var weighing = clock.schedule(watch::weigh, weighedAfterMillis(), TimeUnit.MILLISECONDS);
      var start = System.nanoTime() + 50_000_000L;
      send(start);
      if (plan.replies()) {
        drain();
      }
      sampling.cancel(false);
      weighing.cancel(false);
      watch.weigh();
      return outcome(start, watch);
    }
  }

  /** Under the load; where there is a warm-up, in it: being weighed takes everybody's time. */
  private long weighedAfterMillis() {
    var before = (long) (plan.warmup() * 1000) - WEIGHED_BEFORE_MILLIS;
    return before > 0 ? before : WEIGHED_AFTER_MILLIS;
  }

  private void send(long start) throws InterruptedException {
    var webhooks = new Webhooks(plan, tally, Clock.systemUTC());
    var left = new AtomicInteger(plan.messages());
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < Math.min(plan.connections(), plan.conversations()); i++) {
      var sender = new Sender(plan, tally, webhooks, i);
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    LockSupport.parkNanos(Math.max(0, start - System.nanoTime()));
                    if (blow != null) {
                      sender.through(blow);
                    } else if (plan.rate() > 0) {
                      sender.openLoop(start);
                    } else {
                      sender.closedLoop(left);
                    }
                  }));
    }
    if (blow != null) {
      blow.run();
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  /** Until nothing is missing, or no reply came for long; then a moment for late doubles. */
  private void drain() {
    var sent = System.nanoTime();
    var patience = TimeUnit.SECONDS.toNanos(plan.patience());
    while (tally.missing() > 0) {
      var now = System.nanoTime();
      if (now - Math.max(sent, tally.lastReply()) > patience || now - sent > MOST_NANOS) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
  }

  private Outcome outcome(long start, Watch watch) {
    return new Outcome(
        plan.label(),
        tally.size(),
        tally.refused.sum(),
        plan.replies() ? tally.missing() : 0,
        tally.doubled.sum(),
        tally.disordered.sum(),
        tally.strange.sum(),
        tally.figures(start + (long) (plan.warmup() * 1e9)),
        blow == null ? null : blow.recovery(),
        watch.seconds(),
        watch.memory());
  }
}
