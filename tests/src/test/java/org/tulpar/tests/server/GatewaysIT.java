package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Telegram, WhatsApp Cloud API and Chat2Desk: a recorded payload in, an answer out. */
@ExtendWith(OnTheServer.class)
class GatewaysIT {

  private static final Path SAMPLES = Path.of("../integrations/src/test/resources/samples");
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final Demo.Company company = Demo.read().organizations().get(1);
  private final Demo.Channel telegram = company.channel("TELEGRAM");
  private final Demo.Channel cloud = company.channel("WHATSAPP_CLOUD");
  private final Demo.Channel chat2desk = company.channel("CHAT2DESK");

  @Test
  void aTextOnTelegramIsAnsweredOnce() {
    var body = sample("telegram-01-text");
    var chat = 5_000_000_000L + ThreadLocalRandom.current().nextInt(1_000_000_000);
    telegramFrom(chat, body);
    ((ObjectNode) body.get("message")).put("text", "How much is a bottle?");
    for (int i = 0; i < 3; i++) {
      assertThat(telegram(body, telegram.secret())).isEqualTo(200);
    }
    answered(telegram, Long.toString(chat));
    assertThat(stored(Long.toString(chat))).isEqualTo(1);
    assertThat(telegram(body, "wrong")).isEqualTo(401);
    assertThat(Http.post(telegram.webhook(), bytes(body)).statusCode()).isEqualTo(401);
  }

  @Test
  void aNumberThatIsSharedLaterIsTheClients() {
    var chat = 6_000_000_000L + ThreadLocalRandom.current().nextInt(1_000_000_000);
    var phone = "7708" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
    var text = telegramFrom(chat, sample("telegram-01-text"));
    assertThat(telegram(text, telegram.secret())).isEqualTo(200);
    await().atMost(ANSWER).until(() -> stored(Long.toString(chat)) == 1);
    var card = telegramFrom(chat, contact());
    ((ObjectNode) card.at("/message/contact")).put("user_id", chat).put("phone_number", phone);
    assertThat(telegram(card, telegram.secret())).isEqualTo(200);
    await()
        .atMost(ANSWER)
        .until(() -> Stored.count("select count(*) from client where phone = ?", phone) == 1);
  }

  @Test
  void aSignedMessageOnTheCloudIsAnsweredAndItsStepsAreSeen() {
    var number = "7705" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
    var body = cloudText(number, "wamid." + number);
    assertThat(signed(body, cloud.secret())).isEqualTo(200);
    assertThat(signed(body, cloud.secret())).isEqualTo(200);
    answered(cloud, number);
    assertThat(stored(number)).isEqualTo(1);
    await()
        .atMost(ANSWER)
        .until(
            () ->
                Stored.count(
                        "select count(*) from message m join conversation c on c.organization_id ="
                            + " m.organization_id and c.id = m.conversation_id where c.address = ?"
                            + " and m.author = 'BOT' and m.status = 'DELIVERED'",
                        number)
                    == 1);
  }

  @Test
  void aBatchOfTheCloudIsAllItsMessagesOnce() {
    var number = "7706" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
    var body = sample("cloud-04-batch-messages-and-context");
    var value = (ObjectNode) body.at("/entry/0/changes/0/value");
    ((ObjectNode) value.at("/contacts/0")).put("wa_id", number);
    for (var message : value.get("messages")) {
      ((ObjectNode) message)
          .put("from", number)
          .put("id", message.get("id").asText() + number)
          .put("timestamp", Long.toString(now()));
    }
    assertThat(signed(body, cloud.secret())).isEqualTo(200);
    await().atMost(ANSWER).until(() -> stored(number) == 3);
    // Meta repeats a message alone, or among others.
    ((com.fasterxml.jackson.databind.node.ArrayNode) value.get("messages")).remove(2);
    assertThat(signed(body, cloud.secret())).isEqualTo(200);
    assertThat(signed(cloudText(number, "wamid.next" + number), cloud.secret())).isEqualTo(200);
    await().atMost(ANSWER).until(() -> stored(number) == 4);
  }

  @Test
  void afterADayTheCloudIsSentNoFreeText() {
    var number = "7707" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
    var body = cloudText(number, "wamid.late" + number);
    ((ObjectNode) body.at("/entry/0/changes/0/value/messages/0"))
        .put("timestamp", Long.toString(now() - Duration.ofHours(25).toSeconds()));
    assertThat(signed(body, cloud.secret())).isEqualTo(200);
    await()
        .atMost(ANSWER)
        .until(
            () ->
                "window_closed"
                    .equals(
                        Stored.text(
                            "select m.failure_code from message m join conversation c on"
                                + " c.organization_id = m.organization_id and c.id ="
                                + " m.conversation_id where c.address = ? and m.author = 'BOT'",
                            number)));
    assertThat(Gateway.sentTo(cloud.instance(), number)).isEmpty();
  }

  @Test
  void aSignatureOfSomebodyElseOpensNothing() {
    var body = cloudText("77050000001", "wamid.x");
    assertThat(signed(body, "wrong")).isEqualTo(401);
    assertThat(Http.post(cloud.webhook(), bytes(body)).statusCode()).isEqualTo(401);
    assertThat(
            Http.post(cloud.webhook(), bytes(body), "Authorization", "Bearer " + cloud.secret())
                .statusCode())
        .as("the secret itself is no signature")
        .isEqualTo(401);
    var signature = Signature.of(cloud.secret(), bytes(body));
    assertThat(
            Http.post(
                    cloud.webhook(),
                    (body + " ").getBytes(StandardCharsets.UTF_8),
                    "X-Hub-Signature-256",
                    signature)
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void theHandshakeOfTheCloudIsAnswered() {
    var question = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    var answer = Http.get(cloud.webhook() + question + cloud.secret());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1158201444");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(Http.get(cloud.webhook() + question + "wrong").statusCode()).isEqualTo(403);
    assertThat(Http.get(cloud.webhook()).statusCode()).isEqualTo(403);
    assertThat(Http.get(telegram.webhook() + question + telegram.secret()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aTextThroughChat2DeskIsAnsweredAndItsEchoTakesNothingOver() {
    var client = Long.toString(17_000_000L + ThreadLocalRandom.current().nextInt(900_000_000));
    assertThat(chat2desk("chat2desk-01-inbox", client)).isEqualTo(200);
    answered(chat2desk, client);
    await()
        .atMost(ANSWER)
        .until(
            () ->
                Stored.count(
                        "select count(*) from inbound_event where event_type = 'outbox'"
                            + " and status <> 'WAITING' and raw like ?",
                        "%\"client_id\":" + client + ",%")
                    > 0);
    assertThat(handler(client)).isEqualTo("BOT");
    assertThat(chat2desk("chat2desk-03-outbox", client)).isEqualTo(200);
    await().atMost(ANSWER).until(() -> "HUMAN".equals(handler(client)));
  }

  /** A token opens all lines of a company, so the hook of one gets what comes to each of them. */
  @Test
  void aSecondLineOfTheSameTokenIsNoneOfOurs() {
    var client = Long.toString(18_000_000_000L + ThreadLocalRandom.current().nextInt(900_000_000));
    assertThat(chat2desk("chat2desk-01-inbox", client, 17_405)).isEqualTo(200);
    await()
        .atMost(ANSWER)
        .until(() -> "of another line".equals(reason("%\"client_id\":" + client + ",%")));
    assertThat(stored(client + ":whatsapp")).isZero();
    assertThat(chat2desk("chat2desk-01-inbox", client)).isEqualTo(200);
    answered(chat2desk, client);
    assertThat(stored(client + ":whatsapp")).isEqualTo(1);
  }

  @Test
  void aSecondNumberOfTheSameAppIsNoneOfOurs() {
    var number = "7708" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
    var body = cloudText(number, "wamid.other" + number);
    ((ObjectNode) body.at("/entry/0/changes/0/value/metadata")).put("phone_number_id", "1065");
    assertThat(signed(body, cloud.secret())).isEqualTo(200);
    await().atMost(ANSWER).until(() -> "of another number".equals(reason("%" + number + "%")));
    assertThat(stored(number)).isZero();
  }

  private static String reason(String body) {
    return Stored.text(
        "select reason from inbound_event where status = 'IGNORED' and raw like ?", body);
  }

  @Test
  void chat2deskShowsItsSecretInTheAddress() {
    var body = bytes(sample("chat2desk-01-inbox"));
    assertThat(Http.post(chat2desk.webhook(), body).statusCode()).isEqualTo(401);
    assertThat(Http.post(chat2desk.webhook() + "?secret=wrong", body).statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsNoPayloadIsRefusedForGood() {
    var nonsense = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    assertThat(
            Http.post(
                    telegram.webhook(),
                    nonsense,
                    "X-Telegram-Bot-Api-Secret-Token",
                    telegram.secret())
                .statusCode())
        .isEqualTo(400);
    assertThat(
            Http.post(
                    cloud.webhook(),
                    nonsense,
                    "X-Hub-Signature-256",
                    Signature.of(cloud.secret(), nonsense))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            Http.post(chat2desk.webhook() + "?secret=" + chat2desk.secret(), nonsense).statusCode())
        .isEqualTo(400);
    var large = new byte[5 * 1024 * 1024];
    assertThat(
            Http.post(cloud.webhook(), large, "X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                .statusCode())
        .isEqualTo(413);
  }

  private static ObjectNode telegramFrom(long chat, ObjectNode body) {
    body.put("update_id", ThreadLocalRandom.current().nextLong(1L << 40));
    ((ObjectNode) body.at("/message/chat")).put("id", chat);
    ((ObjectNode) body.at("/message/from")).put("id", chat);
    ((ObjectNode) body.get("message")).put("date", now());
    return body;
  }

  private static ObjectNode contact() {
    var file = SAMPLES.resolve("telegram-03-callback-edited-contact.json");
    return (ObjectNode) Wire.read(file).at("/bodies/2");
  }

  private int telegram(JsonNode body, String secret) {
    return Http.post(telegram.webhook(), bytes(body), "X-Telegram-Bot-Api-Secret-Token", secret)
        .statusCode();
  }

  private int signed(JsonNode body, String key) {
    var bytes = bytes(body);
    return Http.post(cloud.webhook(), bytes, "X-Hub-Signature-256", Signature.of(key, bytes))
        .statusCode();
  }

  private int chat2desk(String sample, String client) {
    return chat2desk(sample, client, Long.parseLong(chat2desk.instance()));
  }

  private int chat2desk(String sample, String client, long line) {
    var body = sample(sample);
    body.put("channel_id", line);
    body.put("client_id", Long.parseLong(client))
        .put("message_id", ThreadLocalRandom.current().nextLong(1L << 40))
        .put("event_time", Instant.now().toString());
    ((ObjectNode) body.get("client")).put("id", Long.parseLong(client));
    return Http.post(chat2desk.webhook() + "?secret=" + chat2desk.secret(), bytes(body))
        .statusCode();
  }

  private static ObjectNode cloudText(String number, String id) {
    var body = sample("cloud-02-text-with-bsuid");
    var value = body.at("/entry/0/changes/0/value");
    ((ObjectNode) value.at("/contacts/0")).put("wa_id", number).put("user_id", "KZ." + number);
    ((ObjectNode) value.at("/messages/0"))
        .put("from", number)
        .put("from_user_id", "KZ." + number)
        .put("id", id)
        .put("timestamp", Long.toString(now()));
    return body;
  }

  private static void answered(Demo.Channel channel, String number) {
    await().atMost(ANSWER).until(() -> !Gateway.sentTo(channel.instance(), number).isEmpty());
    assertThat(Gateway.sentTo(channel.instance(), number)).hasSize(1);
  }

  private static int stored(String address) {
    return Stored.count(
        "select count(*) from message m join conversation c on c.organization_id ="
            + " m.organization_id and c.id = m.conversation_id"
            + " where m.direction = 'IN' and c.address = ?",
        address);
  }

  private static String handler(String client) {
    return Stored.text("select handler from conversation where address = ?", client + ":whatsapp");
  }

  private static ObjectNode sample(String name) {
    return (ObjectNode) Wire.read(SAMPLES.resolve(name + ".json")).get("body");
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
