package org.tulpar.dialogue.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.SendResult;
import org.tulpar.conversation.Takeover.BotSilenced;
import org.tulpar.dialogue.outbound.Delivered.Outcome;
import org.tulpar.tenant.OrganizationId;

/** Who takes the word between a claim and its start. The clock stands: nothing grows old. */
class OvertakenTest {

  private static final UUID CHANNEL = new UUID(0, 1);
  private static final long WAITS = 101;

  private final Fence fence = new Fence();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedBlockingQueue<Delivered> results = new LinkedBlockingQueue<>();
  private final Set<Long> started = ConcurrentHashMap.newKeySet();
  private final CountDownLatch calling = new CountDownLatch(ChannelLine.WIDTH);
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final Dispatch dispatch =
      new Dispatch(
          threads, this::call, results::add, fence, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @AfterEach
  void end() {
    hanging.countDown();
    threads.close();
  }

  @Test
  void what_waits_does_not_start_once_a_person_has_taken_the_word() throws Exception {
    dispatch.send(messages(1, ChannelLine.WIDTH), fence.moment());
    calling.await();
    dispatch.send(messages(WAITS, 2), fence.moment());
    fence.raise(new BotSilenced(WAITS));
    fence.raise(new BotSilenced(1)); // its send is under way
    hanging.countDown();
    for (int i = 0; i < ChannelLine.WIDTH + 2; i++) {
      var result = next();
      var silenced = result.message().conversation() == WAITS;
      assertThat(result.outcome()).isEqualTo(silenced ? Outcome.BACK : Outcome.SENT);
    }
    assertThat(started).hasSize(ChannelLine.WIDTH + 1).doesNotContain(WAITS);
  }

  @Test
  void who_takes_the_word_during_the_claim_is_not_overlooked() throws Exception {
    hanging.countDown();
    var before = fence.moment();
    fence.raise(new BotSilenced(1));
    dispatch.send(messages(1, 2), before);
    assertThat(List.of(next(), next()))
        .extracting(result -> result.message().conversation() + " " + result.outcome())
        .containsExactlyInAnyOrder("1 BACK", "2 SENT");
    dispatch.send(messages(1, 1), fence.moment());
    assertThat(next().outcome()).as("what is claimed later").isEqualTo(Outcome.SENT);
  }

  private SendResult call(Outgoing message) {
    started.add(message.conversation());
    calling.countDown();
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new SendResult.Accepted("E-" + message.message());
  }

  private Delivered next() throws InterruptedException {
    var result = results.poll(10, TimeUnit.SECONDS);
    assertThat(result).isNotNull();
    return result;
  }

  /** Conversations of one message each. */
  private static List<Outgoing> messages(long first, int conversations) {
    return LongStream.range(first, first + conversations)
        .mapToObj(
            id ->
                new Outgoing(
                    new OrganizationId(new UUID(0, 9)),
                    id,
                    id,
                    CHANNEL,
                    0,
                    "somebody",
                    "words",
                    null,
                    Instant.EPOCH))
        .toList();
  }
}
