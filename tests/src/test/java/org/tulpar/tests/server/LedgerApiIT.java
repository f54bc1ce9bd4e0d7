package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program reads its organization's ledger and has what failed processed again. */
@ExtendWith(OnTheServer.class)
class LedgerApiIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String NUMBER = "77040000051";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Demo.Company ours = Demo.read().organizations().get(0);
  private final Demo.Company theirs = Demo.read().organizations().get(1);

  @Test
  void whatFailedIsFoundWithItsReasonAndProcessedAgain() {
    var name = Planted.failedEvent(ours.channel(), NUMBER, "How much is it?");
    var before = tally();
    assertThat(before.path("failed").asInt()).isPositive();
    assertThat(before.path("received").asInt())
        .isEqualTo(
            before.path("processed").asInt()
                + before.path("ignored").asInt()
                + before.path("waiting").asInt()
                + before.path("failed").asInt());

    var failed = event(name);
    assertThat(failed.path("status").asText()).isEqualTo("FAILED");
    assertThat(failed.path("reason").asText()).isEqualTo("integer out of range");

    var again = "/" + failed.path("id").asText() + "/again";
    assertThat(read(ask(theirs, again)).path("again").asInt()).as("another's key").isZero();
    assertThat(event(name).path("status").asText()).isEqualTo("FAILED");
    assertThat(read(ask(ours, again)).path("again").asInt()).isEqualTo(1);
    await().atMost(SOON).until(() -> Stored.messagesFrom(NUMBER) == 1);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(tally().path("failed").asInt())
                    .isEqualTo(before.path("failed").asInt() - 1));
    assertThat(read(ask(ours, again)).path("again").asInt()).as("it failed no more").isZero();
  }

  @Test
  void strangersAndNonsenseGetASentence() {
    assertThat(Http.get(url("")).statusCode()).isEqualTo(401);
    for (var question :
        new String[] {
          "?limit=0",
          "?limit=many",
          "?status=LOST",
          "?channel=ours",
          "?before=yesterday",
          "/channels?days=0"
        }) {
      assertThat(get(ours, question).statusCode()).as(question).isEqualTo(400);
    }
  }

  /** Of the first channel, today. */
  private JsonNode tally() {
    for (var channel : read(get(ours, "/channels")).path("channels")) {
      if (channel.path("channel").asText().equals(channel())) {
        return channel;
      }
    }
    throw new AssertionError("the channel is not there");
  }

  private JsonNode event(String name) {
    for (var event : read(get(ours, "?limit=50&channel=" + channel())).path("events")) {
      if (event.path("externalId").asText().equals(name)) {
        return event;
      }
    }
    throw new AssertionError("the event is not there");
  }

  private String channel() {
    return Stored.text("select id from channel where instance = ?", ours.channel().instance());
  }

  private static HttpResponse<String> get(Demo.Company company, String question) {
    return Http.get(url(question), "Authorization", "Bearer " + company.apiKey());
  }

  private static HttpResponse<String> ask(Demo.Company company, String act) {
    return Http.post(url(act), new byte[0], "Authorization", "Bearer " + company.apiKey());
  }

  private static JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private static String url(String rest) {
    return Installation.TESTED.url() + "/api/v1/ledger" + rest;
  }
}
