package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files, reactions, edits and deletions, in and out, as each gateway does them. */
class FilesTest {

  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private static final String PICTURE =
      "\"kind\":\"file\",\"mimetype\":\"image/png\",\"fileName\":\"a.png\",\"media\":\""
          + PIXEL
          + "\"";
  private static final String BOUNDARY = "cut";

  private Outside outside;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    outside = Outside.connected();
  }

  @AfterEach
  void close() {
    outside.close();
  }

  @Test
  void evolutionTakesAFileAndNamesItsKind() throws IOException, InterruptedException {
    var body =
        "{\"number\":\"%s\",\"mediatype\":\"image\",\"mimetype\":\"image/png\",\"caption\":\"c\",\"fileName\":\"a.png\",\"media\":\"%s\"}"
            .formatted(Outside.CUSTOMER, PIXEL);
    var answer = outside.post("/message/sendMedia/" + Outside.INSTANCE, body);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().at("/message/imageMessage/caption").asText()).isEqualTo("c");
    var voice = "{\"number\":\"%s\",\"audio\":\"T2dnUw==\"}".formatted(Outside.CUSTOMER);
    outside.post("/message/sendWhatsAppAudio/" + Outside.INSTANCE, voice);
    var rows = outside.get("/sent").body();
    assertThat(rows.findValuesAsText("kind")).containsExactly("image", "audio");
    assertThat(rows.get(0).path("text").asText()).isEqualTo("c");
    assertThat(rows.get(0).at("/request/media").isInt()).as("without the bytes").isTrue();
    var noBase64 = body.replace(PIXEL, "data:image/png;base64," + PIXEL);
    assertThat(outside.post("/message/sendMedia/" + Outside.INSTANCE, noBase64).status())
        .isEqualTo(400);
  }

  @Test
  void evolutionTellsAFileWithoutItsBytesAndGivesThemWhenAsked()
      throws IOException, InterruptedException {
    outside.write(PICTURE + ",\"text\":\"look\"");
    var data = outside.application.next("messages.upsert").body().path("data");
    assertThat(data.path("messageType").asText()).isEqualTo("imageMessage");
    assertThat(data.at("/message/imageMessage/caption").asText()).isEqualTo("look");
    var key = data.at("/key/id").asText();
    var file =
        outside.post(
            "/chat/getBase64FromMediaMessage/" + Outside.INSTANCE,
            "{\"message\":{\"key\":{\"id\":\"" + key + "\"}}}");
    assertThat(file.status()).isEqualTo(201);
    assertThat(file.body().path("base64").asText()).isEqualTo(PIXEL);
  }

  @Test
  void evolutionTellsReactionsEditsAndDeletions() throws IOException, InterruptedException {
    outside.write("\"text\":\"hello\",\"id\":\"3EB0A\"");
    outside.application.next("messages.upsert");
    change(Outside.INSTANCE, "reaction", "3EB0A", "👍");
    var reaction =
        outside.application.next("messages.upsert").body().at("/data/message/reactionMessage");
    assertThat(reaction.path("text").asText()).isEqualTo("👍");
    assertThat(reaction.at("/key/id").asText()).isEqualTo("3EB0A");
    change(Outside.INSTANCE, "edit", "3EB0A", "bye");
    var edit = outside.application.next("messages.edited").body().path("data");
    assertThat(edit.path("type").asText()).isEqualTo("MESSAGE_EDIT");
    assertThat(edit.at("/editedMessage/conversation").asText()).isEqualTo("bye");
    change(Outside.INSTANCE, "delete", "3EB0A", "");
    var deletion = outside.application.next("messages.delete").body().path("data");
    assertThat(deletion.path("id").asText()).isEqualTo("3EB0A");
  }

  @Test
  void evolutionTakesAReaction() throws IOException, InterruptedException {
    var body =
        "{\"key\":{\"remoteJid\":\"%s@s.whatsapp.net\",\"fromMe\":false,\"id\":\"3EB0A\"},\"reaction\":\"👍\"}"
            .formatted(Outside.CUSTOMER);
    var answer = outside.post("/message/sendReaction/" + Outside.INSTANCE, body);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().at("/key/id").asText()).isNotEmpty();
    assertThat(answer.body().at("/message/reactionMessage/text").asText()).isEqualTo("👍");
    var row = outside.get("/sent").body().get(0);
    assertThat(row.path("kind").asText()).isEqualTo("reaction");
  }

  @Test
  void telegramTakesAFormAndGivesAFile() throws IOException, InterruptedException {
    connect("TELEGRAM", "7000000001");
    var answer =
        form(
            "/telegram/bot7000000001:x/sendPhoto",
            field("chat_id", "77015550101") + field("caption", "c") + file("photo"));
    assertThat(answer.body().at("/result/message_id").asLong()).isPositive();
    assertThat(sent("7000000001").path("kind").asText()).isEqualTo("image");
    assertThat(
            form(
                    "/telegram/bot7000000001:x/sendPhoto",
                    field("chat_id", "77015550101") + file("document"))
                .status())
        .isEqualTo(400);
    control("7000000001", PICTURE);
    var message = outside.application.next("").body().path("message");
    var id = message.at("/photo/0/file_id").asText();
    var told = outside.get("/telegram/bot7000000001:x/getFile?file_id=" + id).body();
    var path = told.at("/result/file_path").asText();
    assertThat(outside.get("/telegram/file/bot7000000001:x/" + path).text()).contains("PNG");
    var number = "77015550101:" + message.path("message_id").asText();
    change("7000000001", "reaction", number, "🔥");
    assertThat(
            outside
                .application
                .next("")
                .body()
                .at("/message_reaction/new_reaction/0/emoji")
                .asText())
        .isEqualTo("🔥");
    assertThat(change("7000000001", "delete", number, "").status()).isEqualTo(409);
    var react =
        outside.post(
            "/telegram/bot7000000001:x/setMessageReaction",
            "{\"chat_id\":77015550101,\"message_id\":1,\"reaction\":[{\"type\":\"emoji\",\"emoji\":\"👍\"}]}");
    assertThat(react.body().path("result").asBoolean()).isTrue();
  }

  @Test
  void theCloudTakesAFileThenItsId() throws IOException, InterruptedException {
    connect("WHATSAPP_CLOUD", "106540352242922");
    var base = "/graph/v23.0/106540352242922/";
    var uploaded =
        form(
            base + "media",
            field("messaging_product", "whatsapp") + field("type", "image/png") + file("file"));
    var id = uploaded.body().path("id").asText();
    assertThat(id).matches("\\d+");
    var message =
        "{\"messaging_product\":\"whatsapp\",\"to\":\"77015550101\",\"type\":\"image\",\"image\":{\"id\":\"%s\",\"caption\":\"c\"}}";
    var bearer = new String[] {"Authorization", "Bearer x"};
    assertThat(outside.post(base + "messages", message.formatted(id), bearer).status())
        .isEqualTo(200);
    assertThat(outside.post(base + "messages", message.formatted("1"), bearer).status())
        .isEqualTo(400);
    assertThat(sent("106540352242922").path("kind").asText()).isEqualTo("image");
    var told =
        outside.send(
            outside.request("/graph/v23.0/" + id).header("Authorization", "Bearer x").GET());
    assertThat(told.body().path("url").asText()).endsWith("/graph/files/" + id);
  }

  @Test
  void chat2deskFetchesWhatItIsToSend() throws IOException, InterruptedException {
    connect("CHAT2DESK", "17404");
    control("17404", PICTURE);
    var photo = outside.application.next("").body().path("photo").asText();
    var body =
        "{\"client_id\":77015550101,\"channel_id\":17404,\"transport\":\"whatsapp\",\"attachment\":\"%s\"}";
    assertThat(
            outside
                .post("/chat2desk/v1/messages", body.formatted(photo), "Authorization", "x")
                .status())
        .isEqualTo(200);
    assertThat(sent("17404").path("kind").asText()).isEqualTo("image");
    var gone = body.formatted(photo + "0");
    assertThat(outside.post("/chat2desk/v1/messages", gone, "Authorization", "x").status())
        .isEqualTo(400);
  }

  @Test
  void whatIsNoPictureIsADownload() throws IOException, InterruptedException {
    outside.write(PICTURE.replace("image/png", "image/svg+xml"));
    var data = outside.application.next("messages.upsert").body().path("data");
    var id = data.at("/message/imageMessage/url").asText().replaceAll(".*/", "");
    var answer = outside.get("/phone/file/" + id).raw();
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment");
  }

  private JsonNode sent(String instance) throws IOException, InterruptedException {
    return outside.get("/sent?instance=" + instance).body().get(0);
  }

  private Outside.Answer change(String instance, String kind, String id, String text)
      throws IOException, InterruptedException {
    return outside.post(
        "/control/change",
        "{\"instance\":\"%s\",\"number\":\"%s\",\"name\":\"A\",\"kind\":\"%s\",\"id\":\"%s\",\"text\":\"%s\"}"
            .formatted(instance, Outside.CUSTOMER, kind, id, text));
  }

  private void connect(String type, String instance) throws IOException, InterruptedException {
    outside.post(
        "/control/accounts",
        "{\"type\":\"%s\",\"instance\":\"%s\",\"url\":\"%s\",\"secret\":\"s3cret\",\"title\":\"Bot\"}"
            .formatted(type, instance, outside.application.url()));
  }

  private void control(String instance, String fields) throws IOException, InterruptedException {
    outside.post(
        "/control/customer",
        "{\"instance\":\"%s\",\"number\":\"77015550101\",%s}".formatted(instance, fields));
  }

  private Outside.Answer form(String path, String parts) throws IOException, InterruptedException {
    var body = parts + "--" + BOUNDARY + "--\r\n";
    return outside.send(
        outside
            .request(path)
            .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("Authorization", "Bearer x")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String field(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  private static String file(String name) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n"
        .formatted(BOUNDARY, name);
  }
}
