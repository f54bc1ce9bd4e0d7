package org.tulpar.bench.load;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * What became of each message of a run: when it was due, sent, acknowledged and answered, in
 * nanoseconds of one clock. A message carries a marker word; a reply that repeats it answers it.
 */
final class Tally {

  private static final long RUNS = 35L * 36 * 36 * 36;

  private final String run;
  private final Pattern marker;
  private final Plan plan;
  private final long[] due;
  private final long[] sent;
  private final long[] acked;
  private final int[] conversation;
  private final int[] place;
  private final AtomicLongArray replied;
  private final int[] places;
  private final AtomicIntegerArray latest;
  private final AtomicInteger used = new AtomicInteger();
  private volatile long lastReply;

  final LongAdder acknowledgements = new LongAdder();
  final LongAdder replies = new LongAdder();
  final LongAdder doubled = new LongAdder();
  final LongAdder disordered = new LongAdder();
  final LongAdder strange = new LongAdder();
  final LongAdder refused = new LongAdder();

  Tally(Plan plan, long seed) {
    this.plan = plan;
    var name = Long.toString(36 * 36 * 36 + Math.floorMod(seed, RUNS), 36);
    this.run = name.replace('x', 'y');
    this.marker = Pattern.compile("\\bm([0-9a-wyz]{4})x(\\d+)x");
    var most = plan.messages();
    due = new long[most];
    sent = new long[most];
    acked = new long[most];
    conversation = new int[most];
    place = new int[most];
    replied = new AtomicLongArray(most);
    places = new int[plan.conversations()];
    Arrays.fill(places, 1);
    latest = new AtomicIntegerArray(plan.conversations());
  }

  /** A new message of a conversation, which one connection alone may use; -1 when all are used. */
  int take(int of, long at) {
    var message = used.getAndIncrement();
    if (message >= plan.messages()) {
      return -1;
    }
    conversation[message] = of;
    place[message] = places[of]++;
    due[message] = at;
    return message;
  }

  String run() {
    return run;
  }

  String word(int message) {
    return "m" + run + "x" + message + "x";
  }

  int conversationOf(int message) {
    return conversation[message];
  }

  static String phone(int conversation) {
    return Long.toString(79_000_000_000L + conversation);
  }

  void sending(int message, long at) {
    sent[message] = at;
  }

  void acknowledged(int message, long at) {
    acked[message] = at;
    acknowledgements.increment();
  }

  /** A reply came in; it may repeat several messages. */
  void reply(String path, String text, long at) {
    var found = marker.matcher(text);
    var any = false;
    while (found.find()) {
      any = true;
      var message = Integer.parseInt(found.group(2));
      if (found.group(1).equals(run) && message < plan.messages()) {
        answered(message, path, text, at);
      }
    }
    if (!any) {
      strange.increment();
    }
  }

  private void answered(int message, String path, String text, long at) {
    if (!replied.compareAndSet(message, 0, at)) {
      doubled.increment();
      return;
    }
    replies.increment();
    lastReply = at;
    var of = conversation[message];
    if (latest.getAndAccumulate(of, place[message], Math::max) > place[message]) {
      disordered.increment();
    }
    var phone = phone(of);
    if (!(text.contains(phone) || path.contains(phone))
        || path.contains("/message/") && !path.contains(plan.channelOf(of).instance())) {
      strange.increment();
    }
  }

  /** Messages that were acknowledged and have no reply yet. */
  long missing() {
    long missing = 0;
    for (int i = 0; i < size(); i++) {
      if (acked[i] != 0 && replied.get(i) == 0) {
        missing++;
      }
    }
    return missing;
  }

  long underWay() {
    return acknowledgements.sum() - replies.sum();
  }

  /** How those fared who were waiting at a moment, and those who wrote after it. */
  Recovery recovery(long strike) {
    var first = Long.MAX_VALUE;
    var last = strike;
    var waiting = 0;
    for (int i = 0; i < size(); i++) {
      var answered = replied.get(i);
      if (due[i] > strike && answered != 0) {
        first = Math.min(first, answered);
      }
      if (acked[i] != 0 && acked[i] <= strike && (answered == 0 || answered > strike)) {
        waiting++;
        last = answered == 0 ? Long.MAX_VALUE : Math.max(last, answered);
      }
    }
    return new Recovery(seconds(first, strike), seconds(last, strike), waiting);
  }

  private static double seconds(long at, long since) {
    return at == Long.MAX_VALUE ? Recovery.NEVER : (at - since) / 1e9;
  }

  long lastReply() {
    return lastReply;
  }

  int size() {
    return Math.min(used.get(), plan.messages());
  }

  /** The figures of the messages that were due at or after a moment. */
  Figures figures(long from) {
    var ack = new Sample(size());
    var reply = new Sample(size());
    long first = Long.MAX_VALUE;
    long lastAck = 0;
    long last = 0;
    for (int i = 0; i < size(); i++) {
      if (due[i] < from) {
        continue;
      }
      first = Math.min(first, due[i]);
      if (acked[i] != 0) {
        ack.add(acked[i] - due[i]);
        lastAck = Math.max(lastAck, acked[i]);
      }
      if (replied.get(i) != 0) {
        reply.add(replied.get(i) - due[i]);
        last = Math.max(last, replied.get(i));
      }
    }
    return new Figures(
        ack.distribution(),
        reply.distribution(),
        perSecond(ack, lastAck - first),
        perSecond(reply, last - first));
  }

  private static double perSecond(Sample sample, long nanos) {
    return sample.size() == 0 || nanos <= 0 ? 0 : sample.size() / (nanos / 1e9);
  }
}
