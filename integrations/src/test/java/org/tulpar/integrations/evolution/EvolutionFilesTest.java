package org.tulpar.integrations.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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

/** Files and reactions, byte for byte as they were captured on their way to Evolution. */
class EvolutionFilesTest {

  private static final String CLIENT = "77015550101@s.whatsapp.net";
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final LocalServer server = new LocalServer();
  private final EvolutionGateway gateway =
      new EvolutionGateway(
          server.http(),
          new GatewaySettings(Duration.ofSeconds(1), Duration.ofSeconds(1)),
          Clock.systemUTC());

  @Test
  void a_picture_goes_out_as_captured() throws Exception {
    var captured = Captured.answers(server, "sends", 331);
    assertThat(send(Files.picture("подпись"), null))
        .isEqualTo(new Accepted("3EB00C742D4C4E0FE65223"));
    assertThat(server.requests().getFirst().path())
        .isEqualTo(captured.at("/request/path").asText());
    assertThat(server.asked()).isEqualTo(captured.at("/request/body"));
  }

  @Test
  void a_document_goes_out_as_captured() throws Exception {
    var captured = Captured.answers(server, "sends", 333);
    var bytes = Files.decoded(captured.at("/request/body/media").asText());
    var file = Files.file(MediaType.DOCUMENT, "application/pdf", "прайс.pdf", "прайс", bytes);
    assertThat(send(file, null)).isEqualTo(new Accepted("3EB001F90556616271A2FF"));
    assertThat(server.asked()).isEqualTo(captured.at("/request/body"));
  }

  /** The wire names a video's kind where it names the picture's; all else is the same. */
  @Test
  void a_video_goes_out_as_the_captured_picture_but_for_its_kind() throws Exception {
    var captured = Captured.answers(server, "sends", 331);
    var bytes = Files.decoded(captured.at("/request/body/media").asText());
    send(Files.file(MediaType.VIDEO, "video/mp4", "a.mp4", "подпись", bytes), null);
    assertThat(server.requests().getFirst().path())
        .isEqualTo(captured.at("/request/path").asText());
    var expected = (ObjectNode) captured.at("/request/body").deepCopy();
    expected.put("mediatype", "video").put("mimetype", "video/mp4").put("fileName", "a.mp4");
    assertThat(server.asked()).isEqualTo(expected);
  }

  @Test
  void a_file_answers_a_message() throws Exception {
    Captured.answers(server, "sends", 331);
    send(Files.picture(""), "3EB0AAAA");
    assertThat(server.asked().at("/quoted/key/id").asText()).isEqualTo("3EB0AAAA");
  }

  @Test
  void a_voice_is_sent_as_one_and_music_as_a_file() throws Exception {
    Captured.answers(server, "sends", 331);
    var sound = "OggS".getBytes(StandardCharsets.US_ASCII);
    send(Files.file(MediaType.AUDIO, "audio/ogg", "v.ogg", "", sound), null);
    send(Files.file(MediaType.AUDIO, "audio/mpeg", "m.mp3", "", sound), null);
    var paths = server.requests().stream().map(LocalServer.Request::path).toList();
    assertThat(paths).containsExactly("/message/sendWhatsAppAudio/wa-1", "/message/sendMedia/wa-1");
    assertThat(server.asked().toString())
        .isEqualTo("{\"number\":\"77015550101\",\"audio\":\"T2dnUw==\"}");
  }

  @Test
  void a_reaction_goes_out_as_captured() throws Exception {
    var captured = Captured.answers(server, "sends", 340);
    var sign = new Sign("3EB000000000C0FFEE01", false, "👍");
    assertThat(gateway.react(channel(), CLIENT, sign))
        .isEqualTo(new Accepted("3EB08CC93479A055DC10F7"));
    assertThat(server.requests().getFirst().path())
        .isEqualTo(captured.at("/request/path").asText());
    assertThat(server.asked()).isEqualTo(captured.at("/request/body"));
  }

  @Test
  void a_file_that_may_have_left_is_unknown_and_one_that_is_refused_is_not() {
    server.answering(LocalServer.silence());
    assertThat(send(Files.picture(""), null)).isInstanceOf(Unknown.class);
    server.answering(LocalServer.hangUp());
    assertThat(send(Files.picture(""), null)).isInstanceOf(Unknown.class);
    server.answering(LocalServer.json(413, "{}"));
    assertThat(send(Files.picture(""), null)).isInstanceOf(Rejected.class);
    server.answering(LocalServer.json(429, "{}"));
    assertThat(send(Files.picture(""), null)).isInstanceOf(Deferred.class);
  }

  private SendResult send(OutFile file, String quoted) {
    return gateway.sendFile(channel(), CLIENT, file, quoted);
  }

  private ChannelAccess channel() {
    return server.channel(ChannelType.EVOLUTION, "wa-1", "KEY");
  }
}
