package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One dialogue from end to end, with what Evolution API really sends. */
@ExtendWith(OnTheServer.class)
class DialogueIT {

  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Demo.Channel channel = Demo.read().first().channel();

  @Test
  void aQuestionIsAnsweredWithinFifteenSeconds() {
    var number = "77040000001";
    post(number, "Сколько стоит доставка?");
    await().atMost(ANSWER).until(() -> !Gateway.sentTo(channel.instance(), number).isEmpty());
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(Stored.ofAnswer("status", number)).isIn("DELIVERED", "READ"));
    assertThat(Stored.ofAnswer("external_id", number)).isNotBlank();
  }

  @Test
  void whatIsDeliveredThreeTimesIsStoredAndAnsweredOnce() {
    var number = "77040000002";
    var body = Wire.message(number, "Когда вы работаете?");
    for (int i = 0; i < 3; i++) {
      assertThat(Http.webhook(channel, body).statusCode()).isEqualTo(200);
    }
    await().atMost(ANSWER).until(() -> !Gateway.sentTo(channel.instance(), number).isEmpty());
    assertThat(Http.webhook(channel, body).statusCode()).isEqualTo(200);
    settled(number);
    assertThat(Stored.messagesFrom(number)).isEqualTo(1);
    assertThat(Gateway.sentTo(channel.instance(), number)).hasSize(1);
  }

  @Test
  void severalMessagesInARowGetOneAnswer() {
    var number = "77040000003";
    post(number, "Здравствуйте");
    post(number, "Есть ли у вас");
    post(number, "доставка в Алматы?");
    await().atMost(ANSWER).until(() -> !Gateway.sentTo(channel.instance(), number).isEmpty());
    settled(number);
    assertThat(Stored.messagesFrom(number)).isEqualTo(3);
    assertThat(Gateway.sentTo(channel.instance(), number)).hasSize(1);
  }

  @Test
  void aMessageTypedOnThePhoneSilencesTheBot() {
    var number = "77040000004";
    post(number, "Есть вопрос");
    await().atMost(ANSWER).until(() -> !Gateway.sentTo(channel.instance(), number).isEmpty());
    var typed = Wire.message(number, Wire.newId(), "Я отвечу сам", true);
    assertThat(Http.webhook(channel, typed).statusCode()).isEqualTo(200);
    await().atMost(SOON).until(() -> "HUMAN".equals(Stored.ofConversation("handler", number)));
    post(number, "Хорошо, жду");
    await().atMost(SOON).until(() -> Stored.messagesFrom(number) == 2);
    assertThat(
            Stored.count(
                "select count(*) from turn t join conversation c on c.id = t.conversation_id and c.organization_id = t.organization_id where c.address = ?",
                number + "@s.whatsapp.net"))
        .as("without a turn nobody will answer")
        .isZero();
    assertThat(Gateway.sentTo(channel.instance(), number)).hasSize(1);
  }

  @Test
  void ourOwnAnswerTakesNothingOver() {
    var number = "77040000005";
    post(number, "Первый вопрос");
    await().atMost(ANSWER).until(() -> !Gateway.sentTo(channel.instance(), number).isEmpty());
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(Stored.ofAnswer("status", number)).isIn("DELIVERED", "READ"));
    assertThat(Stored.ofConversation("handler", number)).isEqualTo("BOT");
    post(number, "Второй вопрос");
    await().atMost(ANSWER).until(() -> Gateway.sentTo(channel.instance(), number).size() == 2);
  }

  @Test
  void everyRecordedMessageIsStoredOrSetAsideWithAReason() {
    var other = Demo.read().organizations().get(1).channel();
    for (var file : Wire.recorded()) {
      assertThat(Http.webhook(other, Wire.read(file).toString()).statusCode())
          .as("%s", file.getFileName())
          .isEqualTo(200);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        Stored.count(
                            "select count(*) from inbound_event where status = 'WAITING' and event_type = 'messages.upsert'"))
                    .isZero());
    for (var file : Wire.recorded()) {
      var data = Wire.read(file).path("data");
      if (changed(data).isEmpty()) {
        understood(file.getFileName().toString(), data.at("/key/id").asText());
      } else {
        applied(file.getFileName().toString(), changed(data));
      }
    }
  }

  /** The id of the message that a reaction, an edit or a deletion is about; else empty. */
  private static String changed(JsonNode data) {
    return Stream.of(
            "/message/reactionMessage/key/id",
            "/message/protocolMessage/key/id",
            "/message/editedMessage/message/protocolMessage/key/id")
        .map(path -> data.at(path).asText(""))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Kept for its message, or done to it. */
  private static void applied(String file, String id) {
    var kept =
        Stored.count("select count(*) from message_reaction where external_id = ?", id)
            + Stored.count("select count(*) from early_change where external_id = ?", id)
            + Stored.count("select count(*) from message where external_id = ?", id)
            + Stored.count(
                "select count(*) from inbound_event where status = 'IGNORED' and reason is not null"
                    + " and raw like '%' || ? || '%'",
                id);
    assertThat(kept).as("what became of %s, a change of %s", file, id).isPositive();
  }

  private static void understood(String file, String id) {
    var stored = Stored.count("select count(*) from message where external_id = ?", id);
    if (stored == 0) {
      assertThat(
              Stored.text(
                  "select coalesce(reason, '') from inbound_event where event_type = 'messages.upsert' and status in ('IGNORED', 'FAILED') and raw::jsonb -> 'data' -> 'key' ->> 'id' = ? limit 1",
                  id))
          .as("reason for %s, which is no message", file)
          .isNotBlank();
    }
  }

  private void post(String number, String text) {
    assertThat(Http.webhook(channel, Wire.message(number, text)).statusCode()).isEqualTo(200);
  }

  /** Nothing of the number is under way any more. */
  private static void settled(String number) {
    await()
        .atMost(SOON)
        .until(
            () ->
                Stored.count(
                        """
                        select (select count(*) from turn t where t.conversation_id = c.id and t.organization_id = c.organization_id)
                          + (select count(*) from outbox_message o where o.conversation_id = c.id and o.organization_id = c.organization_id)
                        from conversation c where c.address = ?""",
                        number + "@s.whatsapp.net")
                    == 0);
  }
}
