package org.tulpar.integrations.whatsappcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway.OutFile;
import org.tulpar.channel.ChannelGateway.Sign;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.Files;

/** A file is given to Meta first and sent by its id; only the second call sends anything. */
class CloudFilesTest {

  private static final String PHONE = "77015550101";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalServer.Answer UPLOADED = LocalServer.json(200, "{\"id\":\"4711\"}");
  private static final LocalServer.Answer SENT =
      LocalServer.json(200, "{\"messages\":[{\"id\":\"wamid.OURS\"}]}");

  @RegisterExtension final LocalServer server = new LocalServer();
  private final CloudGateway gateway =
      new CloudGateway(
          server.http(),
          new GatewaySettings(Duration.ofSeconds(1), Duration.ofSeconds(5)),
          Clock.systemUTC());

  @BeforeEach
  void open() throws IOException {
    answering(UPLOADED, SENT);
  }

  @Test
  void aPictureIsUploadedAndSentByItsId() throws IOException {
    assertThat(send(Files.picture("подпись"), "wamid.A")).isEqualTo(new Accepted("wamid.OURS"));
    var upload = server.requests().getFirst();
    assertThat(upload.path()).isEqualTo("/v23.0/106540352242922/media");
    assertThat(upload.authorization()).isEqualTo("Bearer TOKEN");
    assertThat(upload.body())
        .contains("name=\"messaging_product\"", "whatsapp", "name=\"type\"")
        .contains("name=\"file\"; filename=\"a.png\"", "Content-Type: image/png");
    assertThat(message())
        .isEqualTo(
            JSON.readTree(
                """
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"77015550101","type":"image",
                 "image":{"id":"4711","caption":"подпись"},"context":{"message_id":"wamid.A"}}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "VIDEO, video/mp4, 1, '{\"id\":\"4711\",\"caption\":\"c\"}', video",
    "STICKER, image/webp, 1, '{\"id\":\"4711\"}', sticker",
    "AUDIO, audio/ogg, 1, '{\"id\":\"4711\"}', audio",
    "DOCUMENT, application/pdf, 1, '{\"id\":\"4711\",\"caption\":\"c\",\"filename\":\"f.x\"}', document",
    "IMAGE, image/png, 6, '{\"id\":\"4711\",\"caption\":\"c\",\"filename\":\"f.x\"}', document"
  })
  void eachIsSentAsWhatItIs(MediaType type, String form, int size, String told, String kind)
      throws IOException {
    send(Files.file(type, form, "f.x", "c", new byte[size * 1024 * 1024]), null);
    assertThat(message().get("type").asText()).isEqualTo(kind);
    assertThat(message().get(kind)).isEqualTo(JSON.readTree(told));
  }

  @Test
  void whileTheFileIsNotThereNothingWasSent() {
    for (var trouble :
        new LocalServer.Answer[] {
          LocalServer.hangUp(), LocalServer.json(500, "{}"), LocalServer.json(200, "{}")
        }) {
      answering(trouble, SENT);
      assertThat(send(Files.picture(""), null)).isInstanceOf(Deferred.class);
    }
    answering(LocalServer.json(400, "{\"error\":{\"code\":100,\"message\":\"no\"}}"), SENT);
    assertThat(send(Files.picture(""), null)).isInstanceOf(Rejected.class);
    assertThat(server.requests()).allMatch(request -> request.path().endsWith("/media"));
  }

  @Test
  void whatBecameOfTheSecondCallMayBeUnknown() {
    answering(UPLOADED, LocalServer.hangUp());
    assertThat(send(Files.picture(""), null)).isInstanceOf(Unknown.class);
  }

  @Test
  void aReactionIsSentAsDocumented() throws IOException {
    answering(SENT, SENT);
    assertThat(gateway.react(channel(), PHONE, new Sign("wamid.A", false, "🙏")))
        .isEqualTo(new Accepted("wamid.OURS"));
    assertThat(JSON.readTree(server.requests().getFirst().body()))
        .isEqualTo(
            JSON.readTree(
                """
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"77015550101","type":"reaction",
                 "reaction":{"message_id":"wamid.A","emoji":"🙏"}}
                """));
  }

  private void answering(LocalServer.Answer media, LocalServer.Answer messages) {
    server.answering(
        exchange ->
            (exchange.getRequestURI().getPath().endsWith("/media") ? media : messages)
                .give(exchange));
  }

  private JsonNode message() throws IOException {
    return JSON.readTree(server.requests().getLast().body());
  }

  private SendResult send(OutFile file, String quoted) {
    return gateway.sendFile(channel(), PHONE, file, quoted);
  }

  private ChannelAccess channel() {
    return server.channel(ChannelType.WHATSAPP_CLOUD, "106540352242922", "/v23.0", "TOKEN");
  }
}
