package org.tulpar.integrations.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelEvent.MessageEdited;
import org.tulpar.channel.ChannelEvent.OwnMessageEchoed;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.wire.Files;

/** Places, contacts, stickers, edits and deletions, as they were captured. */
class EvolutionOtherSendsTest {

  private static final String CLIENT = "77015550101@s.whatsapp.net";
  private static final String OURS = "3EB0AD50219F189B542034";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LocalServer server;
  private OutboundClient http;
  private EvolutionGateway gateway;

  @BeforeEach
  void open() throws Exception {
    server = new LocalServer();
    http = LocalServer.client();
    var second = Duration.ofSeconds(1);
    gateway = new EvolutionGateway(http, new GatewaySettings(second, second), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void a_place_goes_out_as_captured_but_for_the_address_that_it_does_not_have() throws Exception {
    var captured = Captured.answers(server, "sends", 336);
    var place = new Location(43.2, 76.9, "Клиника", false);
    assertThat(gateway.sendLocation(channel(), CLIENT, place, null))
        .isEqualTo(new Accepted("3EB0FD679A21DE0C69AA81"));
    assertThat(server.requests().getFirst().path())
        .isEqualTo(captured.at("/request/path").asText());
    var expected = (ObjectNode) captured.at("/request/body").deepCopy();
    expected.remove("address");
    assertThat(server.asked()).isEqualTo(expected);
  }

  @Test
  void a_place_without_a_name_carries_none_because_an_empty_one_is_refused() throws Exception {
    Captured.answers(server, "sends", 336);
    gateway.sendLocation(channel(), CLIENT, new Location(43.2, 76.9, "", false), "3EB0AAAA");
    assertThat(server.asked().has("name")).isFalse();
    assertThat(server.asked().at("/quoted/key/id").asText()).isEqualTo("3EB0AAAA");
  }

  @Test
  void a_contact_goes_out_as_captured() throws Exception {
    var captured = Captured.answers(server, "sends", 338);
    var vcard = "BEGIN:VCARD\nVERSION:3.0\nFN:Иван\nTEL:+7 701 222 33 44\nEND:VCARD";
    var cards = new Contacts("Иван", List.of(new Card("Иван", vcard)));
    assertThat(gateway.sendContacts(channel(), CLIENT, cards, null))
        .isEqualTo(new Accepted("3EB0D7C27BB1DE5F99267C"));
    assertThat(server.requests().getFirst().path())
        .isEqualTo(captured.at("/request/path").asText());
    assertThat(server.asked()).isEqualTo(captured.at("/request/body"));
  }

  /** Neither buttons nor lists reach the phones of WhatsApp Web's lines. */
  @Test
  void a_question_is_a_text_that_numbers_its_answers() throws Exception {
    Captured.answers(server, "sends", 336);
    var question = new Question("Когда вам удобно?", List.of("Утром", "Вечером"), "Выбрать");
    assertThat(gateway.sendQuestion(channel(), CLIENT, question, "3EB0AAAA"))
        .isInstanceOf(Accepted.class);
    assertThat(server.requests().getFirst().path()).isEqualTo("/message/sendText/wa-1");
    assertThat(server.asked().path("text").asText())
        .isEqualTo("Когда вам удобно?\n\n1. Утром\n2. Вечером");
    assertThat(server.asked().at("/quoted/key/id").asText()).isEqualTo("3EB0AAAA");
  }

  @Test
  void a_sticker_has_a_call_of_its_own() throws Exception {
    Captured.answers(server, "sends", 331);
    var sticker = Files.file(MediaType.STICKER, "image/webp", "sticker.webp", "", new byte[] {1});
    gateway.sendFile(channel(), CLIENT, sticker, null);
    assertThat(server.requests().getFirst().path()).isEqualTo("/message/sendSticker/wa-1");
    assertThat(server.asked())
        .isEqualTo(JSON.readTree("{\"number\":\"77015550101\",\"sticker\":\"AQ==\"}"));
  }

  @Test
  void a_deletion_goes_out_as_captured_and_its_own_id_names_no_message() throws Exception {
    var captured = Captured.answers(server, "sends", 369);
    assertThat(gateway.delete(channel(), CLIENT, OURS)).isEqualTo(new Accepted(null));
    var request = server.requests().getFirst();
    assertThat(request.method()).isEqualTo("DELETE");
    assertThat(request.path()).isEqualTo(captured.at("/request/path").asText());
    assertThat(server.asked()).isEqualTo(captured.at("/request/body"));
  }

  @Test
  void an_edit_goes_out_as_captured_and_the_captured_refusal_says_that_the_message_is_gone()
      throws Exception {
    var captured = Captured.answers(server, "sends", 371);
    assertThat(gateway.edit(channel(), CLIENT, OURS, "исправил"))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.code()).isEqualTo("message_gone"));
    assertThat(server.requests().getFirst().path())
        .isEqualTo(captured.at("/request/path").asText());
    assertThat(server.asked()).isEqualTo(captured.at("/request/body"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Message is older than 15 minutes, too_old",
    "404, Message not found, message_gone",
    "404, The instance does not exist, instance_not_found",
    "400, RemoteJid does not match, bad_request"
  })
  void a_refused_change_says_why(int status, String words, String code) {
    var body = "{\"status\":%d,\"error\":\"x\",\"response\":{\"message\":[\"%s\"]}}";
    server.answering(LocalServer.json(status, body.formatted(status, words)));
    assertThat(gateway.edit(channel(), CLIENT, OURS, "x"))
        .isInstanceOfSatisfying(Rejected.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  @Test
  void a_change_that_may_have_passed_is_unknown_and_a_closed_line_is_asked_again() {
    server.answering(LocalServer.hangUp());
    assertThat(gateway.delete(channel(), CLIENT, OURS)).isInstanceOf(Unknown.class);
    server.answering(
        LocalServer.json(500, "{\"status\":500,\"response\":{\"message\":\"Connection Closed\"}}"));
    assertThat(gateway.edit(channel(), CLIENT, OURS, "x")).isInstanceOf(Deferred.class);
  }

  /**
   * By the source of Evolution, not captured: the bare protocol message under a name of its own.
   */
  @Test
  void our_own_edit_comes_back_as_an_edit() throws Exception {
    var echo =
        """
        {"event":"send.message.update","instance":"wa-1","data":{"key":{"remoteJid":"%s","fromMe":true,"id":"%s"},
         "type":14,"editedMessage":{"extendedTextMessage":{"text":"исправил"}},"timestampMs":{"low":1000,"high":0,"unsigned":false}}}\
        """
            .formatted(CLIENT, OURS);
    assertThat(Captured.payloads().read(echo))
        .containsExactly(new MessageEdited(OURS, "исправил", java.time.Instant.ofEpochMilli(1000)));
  }

  @Test
  void a_place_of_ours_comes_back_as_a_place() throws Exception {
    var echo =
        (OwnMessageEchoed) Captured.payloads().read(Captured.numbered("other", 337)).getFirst();
    assertThat(echo.form()).isEqualTo("LOCATION");
    assertThat(echo.content().text()).isEqualTo("Клиника, Абая 1");
  }

  private ChannelAccess channel() {
    return server.channel(ChannelType.EVOLUTION, "wa-1", "KEY");
  }
}
