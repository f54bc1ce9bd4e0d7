package org.tulpar.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Customers who write at a fixed rate, through gateways that repeat what got no 2xx, as Evolution
 * API does. The messages of one conversation leave one after the other.
 */
final class Traffic implements AutoCloseable {

  private static final int CONVERSATIONS = 64;
  private static final int BLOCK = 4;
  private static final int MOST_LETTERS = 5_000;
  private static final Duration REPEAT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Subject subject;
  private final Manner manner;
  private final String run;
  private final Duration interval;
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Map<String, Instant> accepted = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final Queue<String> given = new ConcurrentLinkedQueue<>();

  /**
   * How the gateways deliver.
   *
   * @param duplicates the share of webhooks that comes twice
   * @param shuffles whether those of a conversation come in another order than they were written
   */
  record Manner(double duplicates, boolean shuffles) {}

  Traffic(Subject subject, Manner manner, String run, int rate) {
    this.subject = subject;
    this.manner = manner;
    this.run = run;
    this.interval = Duration.ofMillis(1_000L * CONVERSATIONS / rate);
    for (int i = 1; i <= CONVERSATIONS; i++) {
      int conversation = i;
      people.submit(
          () -> {
            write(conversation);
            return null;
          });
    }
  }

  /** Markers of what was accepted, with the moment it was written. */
  Map<String, Instant> accepted() {
    return Map.copyOf(accepted);
  }

  /** How often each answer was given: a status, or "no answer". */
  Map<String, LongAdder> answers() {
    return Collections.unmodifiableMap(answers);
  }

  /** Markers that a gateway gave up on. */
  int abandoned() {
    return given.size();
  }

  private void write(int conversation) throws InterruptedException {
    var dice = new Random(conversation);
    var first = (long) (interval.toMillis() * dice.nextDouble());
    var number = 1;
    if (stop.await(first, TimeUnit.MILLISECONDS)) {
      return;
    }
    while (number < MOST_LETTERS && stop.getCount() > 0) {
      for (var letter : block(conversation, number, dice)) {
        deliver(letter, dice);
        if (stop.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      number += BLOCK;
    }
  }

  private List<Letter> block(int conversation, int from, Random dice) {
    var now = Instant.now().getEpochSecond();
    var letters = new ArrayList<Letter>();
    for (int i = from; i < from + BLOCK; i++) {
      letters.add(new Letter(run, conversation, i, now + i - from));
    }
    if (manner.shuffles()) {
      Collections.shuffle(letters, dice);
    }
    return letters;
  }

  private void deliver(Letter letter, Random dice) throws InterruptedException {
    var channel = subject.channels().get(subject.place(letter.conversation()));
    var written = Instant.now();
    var end = written.plus(PATIENCE);
    var kept = false;
    while (Instant.now().isBefore(end)) {
      kept = kept || kept(letter, channel);
      var status = kept ? attempt(letter, channel) : 0;
      if (status / 100 == 2) {
        accepted.put(letter.marker(), written);
        twice(letter, channel, dice);
        return;
      }
      if (status / 100 == 4 && status != 429) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(REPEAT.toMillis());
    }
    given.add(letter.marker());
  }

  /** A gateway keeps in its history what it delivers; without that, the history proves nothing. */
  private boolean kept(Letter letter, Channel channel) throws InterruptedException {
    try {
      subject.keep(letter, channel);
      return true;
    } catch (IOException e) {
      answers.computeIfAbsent("not kept", key -> new LongAdder()).increment();
      return false;
    }
  }

  private void twice(Letter letter, Channel channel, Random dice) {
    if (dice.nextDouble() < manner.duplicates()) {
      var later = dice.nextLong(2_000);
      people.submit(
          () -> {
            TimeUnit.MILLISECONDS.sleep(later);
            return attempt(letter, channel);
          });
    }
  }

  /** The status, or 0 when there was no answer. */
  private int attempt(Letter letter, Channel channel) throws InterruptedException {
    int status;
    try {
      status = Wire.deliver(subject.webhook(channel), channel.secret(), letter.body(channel.key()));
    } catch (IOException e) {
      status = 0;
    }
    var answer = status == 0 ? "no answer" : String.valueOf(status);
    answers.computeIfAbsent(answer, key -> new LongAdder()).increment();
    return status;
  }

  /** Nobody writes any more; what is under way is still delivered. */
  void stop() {
    stop.countDown();
  }

  @Override
  public void close() {
    stop();
    people.shutdown();
    try {
      if (!people.awaitTermination(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
        people.shutdownNow();
      }
    } catch (InterruptedException e) {
      people.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
