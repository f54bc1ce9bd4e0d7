package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

  private static final String HEADERS =
      "{\"Authorization\": \"Bearer our-secret\", \"X-Tenant\": \"t1\"}";

  private Outside outside;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    outside = new Outside();
    outside.connect(HEADERS);
  }

  @AfterEach
  void close() {
    outside.close();
  }

  private static void sameShape(JsonNode body, String captured) {
    assertThat(Captured.shape(body))
        .isEqualTo(Captured.shape(Captured.read(captured).path("body")));
  }

  @Test
  void passesOnWhatACustomerWrites() throws IOException, InterruptedException {
    var answer = outside.write("\"name\":\"Айгерим\",\"text\":\"Сколько стоит?\",\"id\":\"A1\"");
    assertThat(answer.body().path("webhookStatus").asInt()).isEqualTo(200);
    assertThat(answer.body().path("id").asText()).isEqualTo("A1");
    var hook = outside.application.next("messages.upsert");
    sameShape(hook.body(), "hook-upsert-text");
    assertThat(hook.headers().getFirst("Authorization")).isEqualTo("Bearer our-secret");
    assertThat(hook.headers().getFirst("X-Tenant")).isEqualTo("t1");
    assertThat(hook.headers().getFirst("User-Agent")).isEqualTo("axios/1.12.2");
    var data = hook.body().path("data");
    assertThat(data.path("key").path("fromMe").asBoolean()).isFalse();
    assertThat(data.path("key").path("id").asText()).isEqualTo("A1");
    assertThat(data.path("message").path("conversation").asText()).isEqualTo("Сколько стоит?");
    sameShape(outside.application.next("contacts.upsert").body(), "hook-contacts-upsert");
  }

  @Test
  void tellsTheLocalWallClockWithAFalseZ() throws IOException, InterruptedException {
    outside.write("\"text\":\"да\"");
    var told = outside.application.next("messages.upsert").body().path("date_time").asText();
    assertThat(told).endsWith("Z");
    assertThat(LocalDateTime.parse(told.replace("Z", "")))
        .isCloseTo(
            LocalDateTime.now(ZoneId.systemDefault()),
            org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
  }

  @Test
  void hidesTheNumberInALidChatAndFindsTheChatByIt() throws IOException, InterruptedException {
    outside.write("\"name\":\"Айгерим\",\"text\":\"пишу с lid\",\"lid\":\"123456789012345\"");
    var hook = outside.application.next("messages.upsert");
    sameShape(hook.body(), "hook-upsert-lid");
    var jid = hook.body().path("data").path("key").path("remoteJid").asText();
    assertThat(jid).isEqualTo("123456789012345@lid");
    var sent =
        outside.post(
            "/message/sendText/" + Outside.INSTANCE,
            "{\"number\":\"123456789012345@lid\",\"text\":\"на lid\"}");
    assertThat(sent.body().path("key").path("remoteJid").asText()).isEqualTo(jid);
  }

  @Test
  void passesOnPlacesAndContacts() throws IOException, InterruptedException {
    outside.write(
        "\"kind\":\"location\",\"latitude\":43.2,\"longitude\":76.8,\"place\":\"К\",\"address\":\"А\"");
    sameShape(outside.application.next("messages.upsert").body(), "hook-upsert-location");
    outside.write(
        "\"kind\":\"contact\",\"contactName\":\"Иван\",\"contactNumber\":\"+7 701 222 33 44\"");
    var contact = outside.application.next("messages.upsert").body();
    sameShape(contact, "hook-upsert-contact");
    var expected = Captured.read("hook-upsert-contact").path("body").path("data").path("message");
    assertThat(contact.path("data").path("message")).isEqualTo(expected.deepCopy());
  }

  @Test
  void marksWhatTheManagerTypedOnThePhone() throws IOException, InterruptedException {
    outside.write("\"text\":\"отвечу сам\",\"fromMe\":true");
    var data = outside.application.next("messages.upsert").body().path("data");
    assertThat(data.path("key").path("fromMe").asBoolean()).isTrue();
    assertThat(data.path("status").asText()).isEqualTo("SERVER_ACK");
  }

  @Test
  void echoesAndAcknowledgesWhatWasSent() throws IOException, InterruptedException {
    var id = outside.sendText("Добрый день").body().path("key").path("id").asText();
    sameShape(outside.application.next("send.message").body(), "hook-send-message");
    var statuses = new HashSet<String>();
    for (var i = 0; i < 2; i++) {
      var update = outside.application.next("messages.update").body();
      sameShape(update, "hook-update-delivered");
      assertThat(update.path("data").path("keyId").asText()).isEqualTo(id);
      statuses.add(update.path("data").path("status").asText());
    }
    assertThat(statuses).containsExactlyInAnyOrder("SERVER_ACK", "DELIVERY_ACK");
    assertThat(outside.application.quietFor(1500)).isTrue();
  }

  @Test
  void tellsThatItConnectedAndThatItClosed() throws IOException, InterruptedException {
    outside.delete("/instance/logout/" + Outside.INSTANCE);
    sameShape(outside.application.next("connection.update").body(), "hook-connection-close");
    outside.application.next("logout.instance");
    var offered = outside.get("/instance/connect/" + Outside.INSTANCE).body();
    assertThat(offered.path("base64").asText()).startsWith("data:image/png;base64,");
    var connecting = outside.application.next("connection.update").body();
    assertThat(connecting.path("data").path("state").asText()).isEqualTo("connecting");
    var shown = outside.application.next("qrcode.updated").body().path("data").path("qrcode");
    assertThat(shown.path("base64")).isEqualTo(offered.path("base64"));
    assertThat(outside.post("/control/scan", named()).status()).isEqualTo(200);
    connecting = outside.application.next("connection.update").body();
    assertThat(connecting.path("data").path("state").asText()).isEqualTo("connecting");
    sameShape(outside.application.next("connection.update").body(), "hook-connection-open");
    assertThat(outside.post("/control/scan", named()).status())
        .as("no code any more")
        .isEqualTo(409);
  }

  @Test
  void theCodeIsAPictureThatSaysItsText() throws Exception {
    outside.delete("/instance/logout/" + Outside.INSTANCE);
    var offered = outside.get("/instance/connect/" + Outside.INSTANCE).body();
    var png = Base64.getDecoder().decode(offered.path("base64").asText().split(",", 2)[1]);
    var image = ImageIO.read(new ByteArrayInputStream(png));
    var width = image.getWidth();
    var pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    var source = new RGBLuminanceSource(width, image.getHeight(), pixels);
    var drawn = new BinaryBitmap(new HybridBinarizer(source));
    var read = new QRCodeReader().decode(drawn, Map.of(DecodeHintType.PURE_BARCODE, true));
    assertThat(read.getText()).isEqualTo(offered.path("code").asText());
  }

  private static String named() {
    return "{\"instance\":\"%s\"}".formatted(Outside.INSTANCE);
  }

  @Test
  void repeatsTheSameBytesUntilTheyAreTaken() throws IOException, InterruptedException {
    outside.application.answers(500, 200, 503);
    var answer = outside.write("\"text\":\"повтори\",\"fromMe\":true");
    assertThat(answer.body().path("webhookStatus").asInt()).isEqualTo(500);
    var first = outside.application.next("messages.upsert");
    var second = outside.application.next("messages.upsert");
    assertThat(second.bytes()).isEqualTo(first.bytes());
    assertThat(outside.application.quietFor(300)).isTrue();
  }

  @Test
  void doesNotRepeatARefusal() throws IOException, InterruptedException {
    outside.application.answers(401);
    outside.write("\"text\":\"чужой\",\"fromMe\":true");
    outside.application.next("messages.upsert");
    assertThat(outside.application.quietFor(300)).isTrue();
  }

  @Test
  void givesUpAfterTenAttempts() throws IOException, InterruptedException {
    outside.application.answers(503, 503, 503, 503, 503, 503, 503, 503, 503, 503);
    outside.write("\"text\":\"никого\",\"fromMe\":true");
    for (var i = 0; i < 10; i++) {
      outside.application.next("messages.upsert");
    }
    assertThat(outside.application.quietFor(900)).isTrue();
  }

  @Test
  void postsOnlySubscribedEventsAndByEventPaths() throws IOException, InterruptedException {
    outside.post(
        "/webhook/set/" + Outside.INSTANCE,
        "{\"webhook\":{\"enabled\":true,\"byEvents\":true,\"url\":\""
            + outside.application.url()
            + "\",\"events\":[\"MESSAGES_UPSERT\"]}}");
    outside.write("\"text\":\"да\"");
    var hook = outside.application.next("messages.upsert");
    assertThat(hook.path()).endsWith("/key/messages-upsert");
    assertThat(outside.application.quietFor(300)).isTrue();
  }

  @Test
  void replaysARecordedBodyUnchanged() throws IOException, InterruptedException {
    var recorded = Captured.read("hook-upsert-lid").path("body");
    var answer =
        outside.post(
            "/control/replay",
            "{\"instance\":\"" + Outside.INSTANCE + "\",\"body\":" + recorded + "}");
    assertThat(answer.body().path("webhookStatus").asInt()).isEqualTo(200);
    var hook = outside.application.next("messages.upsert");
    assertThat(hook.body()).isEqualTo(recorded.deepCopy());
    assertThat(hook.headers().getFirst("Authorization")).isEqualTo("Bearer our-secret");
  }
}
