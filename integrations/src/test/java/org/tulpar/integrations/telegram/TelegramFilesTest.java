package org.tulpar.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.Files;
import org.tulpar.integrations.wire.Sample;

/** Files as forms, reactions as the Bot API documents them. */
class TelegramFilesTest {

  private static final String CHAT = "5012345678";
  private static final String TOKEN = "7000000001:AA-secret_1";
  private static final int MEGABYTE = 1024 * 1024;

  @RegisterExtension final LocalServer server = new LocalServer();
  private final TelegramGateway gateway =
      new TelegramGateway(
          server.http(), new GatewaySettings(Duration.ofSeconds(1), Duration.ofSeconds(5)));

  @BeforeEach
  void open() throws IOException {
    server.answering(
        LocalServer.json(200, Sample.of("telegram-04-send").at("/response_ok/body").toString()));
  }

  @Test
  void aPictureIsAFormWithItsCaptionAndWhatItAnswers() {
    assertThat(send(Files.picture("подпись"), CHAT + ":42")).isEqualTo(new Accepted(CHAT + ":46"));
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/bot" + TOKEN + "/sendPhoto");
    assertThat(request.body())
        .contains("name=\"chat_id\"", CHAT, "name=\"caption\"", "подпись")
        .contains("name=\"reply_parameters\"", "{\"message_id\":42,")
        .contains("name=\"photo\"; filename=\"a.png\"", "Content-Type: image/png", "PNG");
  }

  @ParameterizedTest
  @CsvSource({
    "VIDEO, video/mp4, 1, sendVideo, video",
    "AUDIO, audio/ogg, 1, sendVoice, voice",
    "AUDIO, audio/mpeg, 1, sendAudio, audio",
    "AUDIO, audio/amr, 1, sendDocument, document",
    "IMAGE, image/jpeg, 11, sendDocument, document",
    "STICKER, image/webp, 1, sendSticker, sticker",
    "DOCUMENT, application/pdf, 1, sendDocument, document"
  })
  void eachIsSentAsWhatItIs(MediaType type, String form, int megabytes, String call, String part) {
    var bytes = new byte[megabytes * MEGABYTE];
    assertThat(send(Files.file(type, form, "прайс", "", bytes), null)).isInstanceOf(Accepted.class);
    var request = server.requests().getFirst();
    assertThat(request.path()).endsWith("/" + call);
    assertThat(request.body())
        .contains("name=\"%s\"; filename=\"прайс\"".formatted(part))
        .doesNotContain("caption", "reply_parameters");
  }

  @Test
  void aFormThatMayHaveArrivedIsUnknown() {
    server.answering(LocalServer.hangUp());
    assertThat(send(Files.picture(""), null)).isInstanceOf(Unknown.class);
    server.answering(LocalServer.json(413, "{\"ok\":false,\"error_code\":413}"));
    assertThat(send(Files.picture(""), null)).isInstanceOf(Rejected.class);
    assertThat(gateway.sendFile(channel(), "nobody", Files.picture(""), null))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void aReactionIsPutAndTakenBackAndHasNoNumber() throws IOException {
    server.answering(LocalServer.json(200, "{\"ok\":true,\"result\":true}"));
    assertThat(react("❤️")).isEqualTo(new Accepted(null));
    assertThat(react("")).isEqualTo(new Accepted(null));
    var bodies = server.requests().stream().map(LocalServer.Request::body).toList();
    var json = new ObjectMapper();
    assertThat(json.readTree(bodies.get(0)))
        .isEqualTo(
            json.readTree(
                "{\"chat_id\":5012345678,\"message_id\":7,\"reaction\":[{\"type\":\"emoji\",\"emoji\":\"❤\"}]}"));
    assertThat(json.readTree(bodies.get(1)).get("reaction")).isEmpty();
    assertThat(server.requests().getFirst().path()).endsWith("/setMessageReaction");
    assertThat(gateway.react(channel(), CHAT, new Sign("111:7", false, "👍")))
        .isInstanceOf(Rejected.class);
  }

  private SendResult react(String sign) {
    return gateway.react(channel(), CHAT, new Sign(CHAT + ":7", false, sign));
  }

  private SendResult send(OutFile file, String quoted) {
    return gateway.sendFile(channel(), CHAT, file, quoted);
  }

  private ChannelAccess channel() {
    return server.channel(ChannelType.TELEGRAM, "7000000001", TOKEN);
  }
}
