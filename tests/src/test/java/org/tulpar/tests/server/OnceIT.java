package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes many times at once is there once, and what comes at once is one client's. */
@ExtendWith(OnTheServer.class)
class OnceIT {

  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int TIMES = 50;
  private static final int ALBUM = 10;

  private final Demo.Channel channel = Demo.read().first().channel();
  private final String number =
      "7709" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));

  @Test
  void fiftyIdenticalPostsAtOnceAreOneMessageAndOneReply() {
    var id = Wire.newId();
    var body = Wire.message(number, id, "How much is a tour to Issyk-Kul?", false);
    assertThat(atOnce(Collections.nCopies(TIMES, body))).containsOnly(200);
    await().atMost(ANSWER).until(() -> !Gateway.sentTo(channel.instance(), number).isEmpty());
    // As they come again after the answer, too.
    assertThat(atOnce(Collections.nCopies(TIMES, body))).containsOnly(200);
    await()
        .atMost(ANSWER)
        .until(
            () -> Stored.count("select count(*) from inbound_event where status = 'WAITING'") == 0);
    await().atMost(ANSWER).until(() -> Stored.count("select count(*) from turn") == 0);
    assertThat(Stored.messagesFrom(number)).isEqualTo(1);
    assertThat(
            Stored.count(
                "select count(*) from message where author = 'BOT' and conversation_id ="
                    + " (select conversation_id from message where external_id = ?)",
                id))
        .isEqualTo(1);
    assertThat(Gateway.sentTo(channel.instance(), number)).hasSize(1);
  }

  @Test
  void anAlbumOfANewClientIsOneClientOneConversationAndAllItsMessagesInOrder() {
    var second = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
    var album =
        new ArrayList<>(
            IntStream.range(0, ALBUM)
                .mapToObj(n -> Wire.image(number, "picture " + n, second, 300 + 10 * n))
                .toList());
    Collections.shuffle(album);
    assertThat(atOnce(album)).containsOnly(200);
    await().atMost(ANSWER).until(() -> Stored.messagesFrom(number) == ALBUM);
    var address = number + "@s.whatsapp.net";
    assertThat(Stored.count("select count(*) from client_identity where value = ?", address))
        .isEqualTo(1);
    assertThat(Stored.count("select count(*) from client where phone = ?", number)).isEqualTo(1);
    assertThat(Stored.count("select count(*) from conversation where address = ?", address))
        .isEqualTo(1);
    assertThat(
            Stored.text(
                "select string_agg(m.body, ',' order by m.occurred_at, m.id) from message m"
                    + " join conversation c on c.organization_id = m.organization_id"
                    + " and c.id = m.conversation_id where m.direction = 'IN' and c.address = ?",
                address))
        .isEqualTo(
            String.join(",", IntStream.range(0, ALBUM).mapToObj(n -> "picture " + n).toList()));
    await()
        .atMost(ANSWER)
        .until(
            () ->
                Stored.count(
                        "select count(*) from media f join message m on m.organization_id ="
                            + " f.organization_id and m.id = f.message_id where f.status = 'STORED'"
                            + " and m.body like 'picture %' and m.conversation_id ="
                            + " (select id from conversation where address = ?)",
                        address)
                    == ALBUM);
  }

  private List<Integer> atOnce(List<String> bodies) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var posts =
          bodies.stream()
              .<Callable<Integer>>map(body -> () -> Http.webhook(channel, body).statusCode())
              .toList();
      return threads.invokeAll(posts).stream().map(answer -> answer.resultNow()).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
