package org.tulpar.dialogue.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tulpar.channel.SendResult;
import org.tulpar.dialogue.outbound.Delivered.Outcome;
import org.tulpar.media.MediaStore;
import org.tulpar.tenant.OrganizationId;

class DispatchTest {

  private static final UUID HUNG = new UUID(0, 1);
  private static final UUID WELL = new UUID(0, 2);
  private static final SendResult ACCEPTED = new SendResult.Accepted("E-1");
  private static final SendResult TIMEOUT = new SendResult.Unknown("timeout", "10 s");

  private static final int LARGE = 16_000_000;

  private final AtomicLong millis = new AtomicLong();
  private final Fence fence = new Fence();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedBlockingQueue<Delivered> results = new LinkedBlockingQueue<>();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch calling = new CountDownLatch(ChannelLine.WIDTH);

  @AfterEach
  void end() {
    hanging.countDown();
    threads.close();
  }

  /** Told by the order of what happens; the time is only when to give up on a test that hangs. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void one_hung_gateway_does_not_delay_the_others() throws Exception {
    // As many threads as a few hung channels may take: without the bulkhead they would all be lost.
    try (var few = Executors.newFixedThreadPool(2 * ChannelLine.WIDTH)) {
      var dispatch = new Dispatch(few, this::hangOrAnswer, results::add, fence, clock());
      try {
        dispatch.send(messages(HUNG, 1, 500), fence.moment());
        calling.await(); // as many calls as it may have hang now
        dispatch.send(messages(WELL, 1001, 20), fence.moment());
        for (int i = 0; i < 20; i++) {
          var next = results.take();
          assertThat(next.message().channel()).as("before any of the hung ones").isEqualTo(WELL);
          assertThat(next.outcome()).isEqualTo(Outcome.SENT);
        }
        assertThat(hanging.getCount()).as("it hangs all the time").isEqualTo(1);
        assertThat(dispatch.holds().busy()).containsExactly(HUNG);
        hanging.countDown();
        for (int i = 0; i < 500; i++) {
          assertThat(results.take().message().channel()).isEqualTo(HUNG);
        }
      } finally {
        hanging.countDown();
      }
    }
  }

  @Test
  void a_gateway_that_hangs_with_files_holds_up_no_other_channels_file_or_text() throws Exception {
    var files = new OutFiles(new SmallFiles(), null);
    var dispatch =
        dispatch(
            message ->
                message.kind().equals("TEXT")
                    ? ACCEPTED
                    : files.with(message, file -> hangOrAnswer(message)));
    dispatch.send(files(HUNG, 1, ChannelLine.WIDTH), fence.moment());
    for (int i = 0; i < ChannelLine.WIDTH - 2; i++) {
      assertThat(next().outcome()).as("what finds no room").isEqualTo(Outcome.BACK);
    }
    dispatch.send(files(WELL, 1001, 1), fence.moment());
    assertThat(next().outcome()).as("a file").isEqualTo(Outcome.SENT);
    dispatch.send(messages(WELL, 1002, 1), fence.moment());
    assertThat(next().outcome()).as("a text").isEqualTo(Outcome.SENT);
    hanging.countDown();
    for (int i = 0; i < 2; i++) {
      var late = next();
      assertThat(late.message().channel()).isEqualTo(HUNG);
      assertThat(late.outcome()).isEqualTo(Outcome.SENT);
    }
    dispatch.send(files(HUNG, 101, 2), fence.moment());
    assertThat(next().outcome()).as("room that was given back").isEqualTo(Outcome.SENT);
    assertThat(next().outcome()).as("room that was given back").isEqualTo(Outcome.SENT);
  }

  @Test
  void a_file_that_waited_too_long_for_room_goes_through_the_fence_again() throws Exception {
    var sending = new CountDownLatch(2);
    var dispatch =
        dispatch(
            message -> {
              sending.countDown();
              var result = hangOrAnswer(message);
              millis.addAndGet(3000);
              return result;
            });
    dispatch.send(files(HUNG, 1, 2), fence.moment());
    sending.await();
    dispatch.send(files(HUNG, 3, 1), fence.moment());
    hanging.countDown();
    var outcomes = List.of(next(), next(), next());
    assertThat(outcomes)
        .filteredOn(result -> result.message().message() == 3)
        .extracting(Delivered::outcome)
        .containsExactly(Outcome.BACK);
    assertThat(outcomes).extracting(Delivered::outcome).contains(Outcome.SENT, Outcome.SENT);
  }

  @Test
  void a_gateway_that_does_not_answer_is_left_alone_and_tried_again() throws Exception {
    var answers = new LinkedBlockingQueue<SendResult>();
    var dispatch = dispatch(message -> answers.isEmpty() ? TIMEOUT : answers.poll());
    for (int i = 1; i <= 5; i++) {
      dispatch.send(messages(HUNG, i, 1), fence.moment());
      assertThat(next().outcome()).isEqualTo(Outcome.UNKNOWN);
    }
    assertThat(dispatch.suspended()).containsExactly(HUNG);
    assertThat(dispatch.holds().off()).containsOnlyKeys(HUNG);
    dispatch.send(messages(HUNG, 6, 1), fence.moment());
    var refused = next();
    assertThat(refused.outcome()).isEqualTo(Outcome.BACK);
    assertThat(refused.pause()).isPositive();
  }

  @Test
  void a_gateway_that_asks_for_a_pause_gets_it() throws Exception {
    var pause = Duration.ofSeconds(30);
    var dispatch = dispatch(message -> new SendResult.Deferred("rate_limited", "429", pause));
    dispatch.send(messages(WELL, 1, 1), fence.moment());
    var first = next();
    assertThat(first.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(first.pause()).isEqualTo(pause);
    dispatch.send(messages(WELL, 2, 1), fence.moment());
    var second = next();
    assertThat(second.outcome()).isEqualTo(Outcome.BACK);
    assertThat(second.pause()).isEqualTo(pause);
    assertThat(dispatch.suspended()).isEmpty();
    millis.addAndGet(pause.toMillis());
    assertThat(dispatch.holds().off()).isEmpty();
    dispatch.send(messages(WELL, 3, 1), fence.moment());
    assertThat(next().outcome()).isEqualTo(Outcome.RETRY);
  }

  @Test
  void a_message_that_waited_too_long_goes_through_the_fence_again() throws Exception {
    var dispatch =
        dispatch(
            message -> {
              millis.addAndGet(3000);
              return ACCEPTED;
            });
    dispatch.send(messages(WELL, 1, 1, 2), fence.moment());
    assertThat(next().outcome()).isEqualTo(Outcome.SENT);
    var second = next();
    assertThat(second.outcome()).isEqualTo(Outcome.BACK);
    assertThat(second.pause()).isZero();
  }

  @Test
  void what_comes_after_a_message_that_waits_does_not_overtake_it() throws Exception {
    var dispatch = dispatch(message -> new SendResult.Deferred("refused", "", null));
    dispatch.send(messages(WELL, 1, 1, 3), fence.moment());
    assertThat(next().outcome()).isEqualTo(Outcome.RETRY);
    assertThat(next().outcome()).isEqualTo(Outcome.BACK);
    assertThat(next().outcome()).isEqualTo(Outcome.BACK);
  }

  @Test
  void an_adapter_that_breaks_leaves_the_message_unknown() throws Exception {
    var dispatch =
        dispatch(
            message -> {
              throw new IllegalStateException("broken");
            });
    dispatch.send(messages(WELL, 1, 1), fence.moment());
    assertThat(next().outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  private SendResult hangOrAnswer(Outgoing message) {
    if (message.channel().equals(HUNG)) {
      calling.countDown();
      try {
        hanging.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return ACCEPTED;
  }

  private Dispatch dispatch(Function<Outgoing, SendResult> gateway) {
    return new Dispatch(threads, gateway, results::add, fence, clock());
  }

  private Delivered next() throws InterruptedException {
    var result = results.poll(10, TimeUnit.SECONDS);
    assertThat(result).isNotNull();
    return result;
  }

  /** Conversations of one message each. */
  private static List<Outgoing> messages(UUID channel, long first, int conversations) {
    return messages(channel, first, conversations, 1);
  }

  private static List<Outgoing> messages(UUID channel, long first, int conversations, int each) {
    return LongStream.range(0, (long) conversations * each)
        .mapToObj(
            i ->
                new Outgoing(
                    new OrganizationId(new UUID(0, 9)),
                    first + i,
                    first + i / each,
                    channel,
                    0,
                    "somebody",
                    "words",
                    null,
                    Instant.EPOCH))
        .toList();
  }

  /** Conversations of one large file each; two of them are all that a channel has room for. */
  private static List<Outgoing> files(UUID channel, long first, int conversations) {
    return messages(channel, first, conversations).stream()
        .map(
            message ->
                message.saying(
                    "DOCUMENT",
                    """
                    {"file": "%s", "mimeType": "text/plain", "fileName": "a.txt", "size": %d}"""
                        .formatted(new UUID(0, 3), LARGE),
                    null))
        .toList();
  }

  /** Files of which only the message says that they are large. */
  private static final class SmallFiles implements MediaStore {

    @Override
    public InputStream open(OrganizationId organization, UUID file, long from) {
      return InputStream.nullInputStream();
    }

    @Override
    public void keep(OrganizationId organization, UUID file, byte[] bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void drop(OrganizationId organization, UUID file) {
      throw new UnsupportedOperationException();
    }
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
      }
    };
  }
}
