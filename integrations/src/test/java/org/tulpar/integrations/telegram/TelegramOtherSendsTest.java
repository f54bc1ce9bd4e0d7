package org.tulpar.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.wire.Sample;

/** Places, contacts, edits and deletions, as the Bot API documents them. */
class TelegramOtherSendsTest {

  private static final String CHAT = "5012345678";
  private static final String OURS = CHAT + ":46";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LocalServer server;
  private OutboundClient http;
  private TelegramGateway gateway;

  @BeforeEach
  void open() throws IOException {
    server = new LocalServer();
    http = LocalServer.client();
    var second = Duration.ofSeconds(1);
    gateway = new TelegramGateway(http, new GatewaySettings(second, second));
    server.answering(
        LocalServer.json(200, Sample.of("telegram-04-send").at("/response_ok/body").toString()));
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void aPlaceIsALocationAndOneWithANameIsAVenue() throws IOException {
    var bare = new Location(42.8746, 74.5698, "", false);
    assertThat(gateway.sendLocation(channel(), CHAT, bare, CHAT + ":42"))
        .isEqualTo(new Accepted(OURS));
    assertThat(call(0)).isEqualTo("sendLocation");
    assertThat(body(0).path("latitude").asDouble()).isEqualTo(42.8746);
    assertThat(body(0).at("/reply_parameters/message_id").asInt()).isEqualTo(42);
    gateway.sendLocation(channel(), CHAT, new Location(42.8746, 74.5698, "Офис", false), null);
    assertThat(call(1)).isEqualTo("sendVenue");
    assertThat(body(1).path("title").asText()).isEqualTo("Офис");
    assertThat(body(1).path("address").asText()).isEqualTo("42.874600, 74.569800");
  }

  @Test
  void aContactIsANumberAndAName() throws IOException {
    var cards = new Contacts("Иван", List.of(Card.of("Иван", "+7 701 222-33-44")));
    assertThat(gateway.sendContacts(channel(), CHAT, cards, null)).isEqualTo(new Accepted(OURS));
    assertThat(call(0)).isEqualTo("sendContact");
    assertThat(body(0).path("phone_number").asText()).isEqualTo("+77012223344");
    assertThat(body(0).path("first_name").asText()).isEqualTo("Иван");
  }

  @Test
  void aQuestionOpensAKeyboardOnceAndInAGroupItNumbersItsAnswers() throws IOException {
    var question = new Question("Когда вам удобно?", List.of("Утром", "Вечером"), "Выбрать");
    assertThat(gateway.sendQuestion(channel(), CHAT, question, CHAT + ":42"))
        .isEqualTo(new Accepted(OURS));
    assertThat(call(0)).isEqualTo("sendMessage");
    var keyboard =
        """
        {"chat_id":5012345678,"reply_parameters":{"message_id":42,"allow_sending_without_reply":true},
         "text":"Когда вам удобно?","reply_markup":{"keyboard":[[{"text":"Утром"}],[{"text":"Вечером"}]],
         "one_time_keyboard":true,"resize_keyboard":true}}\
        """;
    assertThat(body(0)).isEqualTo(JSON.readTree(keyboard));
    gateway.sendQuestion(channel(), "-100123", question, null);
    assertThat(body(1).path("text").asText()).endsWith("\n\n1. Утром\n2. Вечером");
    assertThat(body(1).has("reply_markup")).isFalse();
  }

  @Test
  void anEditNamesItsMessageWithinTheChat() throws IOException {
    assertThat(gateway.edit(channel(), CHAT, OURS, "иначе")).isEqualTo(new Accepted(null));
    assertThat(call(0)).isEqualTo("editMessageText");
    assertThat(body(0))
        .isEqualTo(JSON.readTree("{\"chat_id\":5012345678,\"message_id\":46,\"text\":\"иначе\"}"));
    assertThat(gateway.edit(channel(), CHAT, "111:46", "иначе")).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Bad Request: message is not modified, ",
    "Bad Request: message can't be edited, too_old",
    "Bad Request: message to edit not found, message_gone",
    "Bad Request: MESSAGE_TOO_LONG, bad_request"
  })
  void whatTelegramSaysOfAnEdit(String words, String code) {
    refusing(words);
    said(gateway.edit(channel(), CHAT, OURS, "x"), code);
  }

  @ParameterizedTest
  @CsvSource({
    "Bad Request: message to delete not found, ",
    "Bad Request: message can't be deleted for everyone, too_old"
  })
  void whatTelegramSaysOfADeletion(String words, String code) {
    refusing(words);
    said(gateway.delete(channel(), CHAT, OURS), code);
  }

  @Test
  void aDeletionIsDoneWhenTelegramSaysTrue() throws IOException {
    server.answering(LocalServer.json(200, "{\"ok\":true,\"result\":true}"));
    assertThat(gateway.delete(channel(), CHAT, OURS)).isEqualTo(new Accepted(null));
    assertThat(call(0)).isEqualTo("deleteMessage");
    assertThat(body(0).path("message_id").asInt()).isEqualTo(46);
  }

  private static void said(SendResult result, String code) {
    if (code == null) {
      assertThat(result).as("it was done before").isEqualTo(new Accepted(null));
    } else {
      assertThat(result)
          .isInstanceOfSatisfying(Rejected.class, r -> assertThat(r.code()).isEqualTo(code));
    }
  }

  private void refusing(String words) {
    server.answering(
        LocalServer.json(
            400, "{\"ok\":false,\"error_code\":400,\"description\":\"%s\"}".formatted(words)));
  }

  private String call(int request) {
    return server.requests().get(request).path().replaceFirst(".*/", "");
  }

  private JsonNode body(int request) throws IOException {
    return JSON.readTree(server.requests().get(request).body());
  }

  private ChannelAccess channel() {
    return server.channel(ChannelType.TELEGRAM, "7000000001", "7000000001:AA-secret_1");
  }
}
