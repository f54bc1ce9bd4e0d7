package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A power cut with two hundred messages in flight: each is stored once and answered once. It comes
 * first, so that every other test asks a server that was restarted after its first deployment: some
 * faults show only then.
 */
@Order(0)
@ExtendWith(OnTheServer.class)
class KillIT {

  private static final int MESSAGES = 200;
  private static final int AT_ONCE = 16;
  private static final Duration SETTLED = Duration.ofSeconds(90);

  private final Demo.Channel channel = Demo.read().first().channel();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  private record Sent(String number, String body) {}

  @Test
  void nothingIsLostAndNothingIsSaidTwice() throws Exception {
    assertThat(FirstAnswers.ask()).as("after the deployment").isEqualTo(FirstAnswers.EXPECTED);
    var messages = messages();
    messages.forEach(message -> Simulator.keeps(channel.instance(), message.body()));
    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      var posts = executor.submit(() -> executor.invokeAll(posts(messages)));
      await().atMost(SETTLED).until(() -> answered() > 0 || accepted.size() == MESSAGES);
      Installation.TESTED.kill();
      posts.get();
    }
    Installation.TESTED.restart();
    assertThat(FirstAnswers.ask()).as("after the restart").isEqualTo(FirstAnswers.EXPECTED);
    repeatWhatWasNotAccepted(messages);
    await()
        .atMost(SETTLED)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(underWay()).isZero());
    for (var message : messages) {
      assertThat(Stored.messagesFrom(message.number())).as(message.number()).isEqualTo(1);
      assertThat(Gateway.sentTo(channel.instance(), message.number()))
          .as("answers to %s", message.number())
          .hasSize(1);
    }
  }

  private static List<Sent> messages() {
    var messages = new ArrayList<Sent>();
    // From one: the simulated WhatsApp does not know numbers that end in seven zeros.
    for (int i = 1; i <= MESSAGES; i++) {
      var number = "7705%07d".formatted(i);
      messages.add(new Sent(number, Wire.message(number, "Вопрос " + i)));
    }
    return messages;
  }

  private List<Callable<Void>> posts(List<Sent> messages) {
    var posts = new ArrayList<Callable<Void>>();
    for (var message : messages) {
      posts.add(
          () -> {
            post(message);
            return null;
          });
    }
    return posts;
  }

  /** A gateway repeats what got no answer. */
  private void post(Sent message) {
    try {
      if (Http.webhook(channel, message.body()).statusCode() == 200) {
        accepted.add(message.number());
      }
    } catch (UncheckedIOException e) {
      accepted.remove(message.number());
    }
  }

  private void repeatWhatWasNotAccepted(List<Sent> messages) {
    for (var message : messages) {
      if (!accepted.contains(message.number())) {
        assertThat(Http.webhook(channel, message.body()).statusCode()).isEqualTo(200);
      }
    }
  }

  private static int answered() {
    return Stored.count(
        "select count(*) from message m join conversation c on c.id = m.conversation_id and c.organization_id = m.organization_id where m.author = 'BOT' and m.status <> 'QUEUED' and c.address like '7705%'");
  }

  private static int underWay() {
    return Stored.count(
        "select (select count(*) from inbound_event where status = 'WAITING' and event_type = 'messages.upsert') + (select count(*) from turn) + (select count(*) from outbox_message)");
  }
}
