package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telegram, WhatsApp Cloud API and Chat2Desk, as the application meets them. */
class MessengersTest {

  private static final String CUSTOMER = "77015550101";

  private Outside outside;

  @BeforeEach
  void open() throws IOException {
    outside = new Outside();
  }

  @AfterEach
  void close() {
    outside.close();
  }

  @Test
  void telegramShowsItsSecretAndCountsPerChat() throws IOException, InterruptedException {
    connect("TELEGRAM", "7000000001");
    write("7000000001");
    var hook = outside.application.next("");
    assertThat(hook.headers().getFirst("X-Telegram-Bot-Api-Secret-Token")).isEqualTo("s3cret");
    assertThat(hook.body().at("/message/text").asText()).isEqualTo("привет");
    assertThat(hook.body().at("/message/chat/id").asLong()).isEqualTo(77015550101L);
    var sent =
        outside.post(
            "/telegram/bot7000000001:x/sendMessage",
            "{\"chat_id\":77015550101,\"text\":\"ответ\"}");
    assertThat(sent.body().at("/result/message_id").asLong()).isPositive();
    assertThat(sentTexts("7000000001")).containsExactly("ответ");
  }

  @Test
  void telegramRefusesAStrangeToken() throws IOException, InterruptedException {
    var body = "{\"chat_id\":1,\"text\":\"x\"}";
    assertThat(outside.post("/telegram/bot1:x/sendMessage", body).status()).isEqualTo(401);
    assertThat(outside.post("/telegram/nobot/sendMessage", body).status()).isEqualTo(401);
  }

  @Test
  void theCloudSignsItsBatches() throws Exception {
    connect("WHATSAPP_CLOUD", "106540352242922");
    write("106540352242922");
    var hook = outside.application.next("");
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(hook.headers().getFirst("X-Hub-Signature-256"))
        .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(hook.bytes())));
    assertThat(hook.body().at("/entry/0/changes/0/value/messages/0/from").asText())
        .isEqualTo(CUSTOMER);
  }

  @Test
  void theCloudTellsHowFarAMessageCame() throws IOException, InterruptedException {
    connect("WHATSAPP_CLOUD", "106540352242922");
    var sent = cloud(CUSTOMER, "text", "\"text\":{\"body\":\"ответ\"}");
    var id = sent.body().at("/messages/0/id").asText();
    for (var step : new String[] {"sent", "delivered"}) {
      var status = outside.application.next("").body().at("/entry/0/changes/0/value/statuses/0");
      assertThat(status.path("id").asText()).isEqualTo(id);
      assertThat(status.path("status").asText()).isEqualTo(step);
    }
  }

  @Test
  void theCloudTellsTheSendersNameBack() throws IOException, InterruptedException {
    connect("WHATSAPP_CLOUD", "106540352242922");
    cloud(CUSTOMER, "text", "\"biz_opaque_callback_data\":\"17\",\"text\":{\"body\":\"ответ\"}");
    cloud(CUSTOMER, "text", "\"text\":{\"body\":\"ещё\"}");
    var names = new java.util.TreeMap<String, java.util.Set<String>>();
    for (int i = 0; i < 4; i++) {
      var status = outside.application.next("").body().at("/entry/0/changes/0/value/statuses/0");
      names
          .computeIfAbsent(status.path("id").asText(), id -> new java.util.TreeSet<>())
          .add(status.path("biz_opaque_callback_data").asText("none"));
    }
    assertThat(names.values())
        .containsExactlyInAnyOrder(java.util.Set.of("17"), java.util.Set.of("none"));
  }

  @Test
  void theCloudTakesOnlyATemplateAfterADay() throws IOException, InterruptedException {
    connect("WHATSAPP_CLOUD", "106540352242922");
    var late = "77010000024";
    assertThat(
            cloud(late, "text", "\"text\":{\"body\":\"ответ\"}").body().at("/error/code").asInt())
        .isEqualTo(131047);
    assertThat(cloud(late, "template", "\"template\":{\"name\":\"back\"}").status()).isEqualTo(200);
  }

  @Test
  void theCloudTakesButtonsWithinItsLimitsAndTellsWhatIsPressed() throws Exception {
    connect("WHATSAPP_CLOUD", "106540352242922");
    assertThat(cloud(CUSTOMER, "interactive", buttons("Да", "Нет")).status()).isEqualTo(200);
    assertThat(sentTexts("106540352242922")).containsExactly("Выбор");
    assertThat(cloud(CUSTOMER, "interactive", buttons("Да", "Да")).status()).isEqualTo(400);
    assertThat(cloud(CUSTOMER, "interactive", buttons("Да", "a".repeat(21))).status())
        .isEqualTo(400);
    control(
        "106540352242922",
        ",\"quoted\":\"wamid.1\",\"choice\":{\"type\":\"button_reply\",\"id\":\"a1\"}");
    var pressed = outside.application.next("").body();
    while (pressed.at("/entry/0/changes/0/value/messages").isMissingNode()) {
      pressed = outside.application.next("").body();
    }
    var message = pressed.at("/entry/0/changes/0/value/messages/0");
    assertThat(message.path("type").asText()).isEqualTo("interactive");
    assertThat(message.at("/interactive/button_reply/id").asText()).isEqualTo("a1");
    assertThat(message.at("/interactive/button_reply/title").asText()).isEqualTo("привет");
    assertThat(message.at("/context/id").asText()).isEqualTo("wamid.1");
  }

  private static String buttons(String one, String two) {
    return """
    "interactive":{"type":"button","body":{"text":"Выбор"},"action":{"buttons":[
      {"type":"reply","reply":{"id":"a1","title":"%s"}},{"type":"reply","reply":{"id":"a2","title":"%s"}}]}}\
    """
        .formatted(one, two);
  }

  @Test
  void chat2deskTellsEverySendBackAndNamesItsOperator() throws IOException, InterruptedException {
    connect("CHAT2DESK", "17404");
    write("17404");
    assertThat(outside.application.next("").body().path("hook_type").asText()).isEqualTo("inbox");
    var sent =
        outside.post(
            "/chat2desk/v1/messages",
            "{\"channel_id\":17404,\"client_id\":77015550101,\"text\":\"ответ\"}",
            "Authorization",
            "token");
    var echo = outside.application.next("").body();
    assertThat(echo.path("hook_type").asText()).isEqualTo("outbox");
    assertThat(echo.path("operator_id").isNull()).isTrue();
    assertThat(echo.path("message_id").asLong())
        .isEqualTo(sent.body().at("/data/message_id").asLong());
    control("17404", ",\"fromMe\":true");
    assertThat(outside.application.next("").body().path("operator_id").asLong()).isPositive();
  }

  @Test
  void orderedFaultsStrikeEveryMessenger() throws IOException, InterruptedException {
    connect("TELEGRAM", "7000000001");
    outside.post(
        "/control/faults",
        "{\"target\":\"gateway\",\"mode\":\"status429\",\"instance\":\"7000000001\"}");
    var body = "{\"chat_id\":5,\"text\":\"x\"}";
    var refused = outside.post("/telegram/bot7000000001:x/sendMessage", body);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body().at("/parameters/retry_after").asInt()).isEqualTo(1);
    assertThat(outside.post("/telegram/bot7000000001:x/sendMessage", body).status()).isEqualTo(200);
  }

  @Test
  void thePageListsThemAmongTheNumbers() throws IOException, InterruptedException {
    connect("TELEGRAM", "7000000001");
    var row = outside.get("/control/instances").body().get(0);
    assertThat(row.path("instance").asText()).isEqualTo("7000000001");
    assertThat(row.path("title").asText()).isEqualTo("Bot");
    assertThat(row.path("state").asText()).isEqualTo("open");
  }

  private void connect(String type, String instance) throws IOException, InterruptedException {
    var body =
        """
        {"type": "%s", "instance": "%s", "url": "%s", "secret": "s3cret", "title": "Bot"}
        """
            .formatted(type, instance, outside.application.url());
    assertThat(outside.post("/control/accounts", body).status()).isEqualTo(200);
  }

  private void write(String instance) throws IOException, InterruptedException {
    control(instance, "");
  }

  private void control(String instance, String more) throws IOException, InterruptedException {
    var body =
        "{\"instance\":\"%s\",\"number\":\"%s\",\"text\":\"привет\"%s}"
            .formatted(instance, CUSTOMER, more);
    assertThat(outside.post("/control/customer", body).body().path("webhookStatus").asInt())
        .isEqualTo(200);
  }

  private Outside.Answer cloud(String to, String type, String content)
      throws IOException, InterruptedException {
    return outside.post(
        "/graph/v23.0/106540352242922/messages",
        "{\"to\":\"%s\",\"type\":\"%s\",%s}".formatted(to, type, content),
        "Authorization",
        "Bearer token");
  }

  private java.util.List<String> sentTexts(String instance)
      throws IOException, InterruptedException {
    return outside.get("/sent?instance=" + instance).body().findValuesAsText("text").stream()
        .distinct()
        .toList();
  }
}
