package org.tulpar.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.MessageEdited;
import org.tulpar.channel.ChannelEvent.ReactionArrived;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;
import org.tulpar.channel.MessageContent.Choice;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Media;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.channel.MessageContent.Text;
import org.tulpar.channel.MessageContent.Unsupported;
import org.tulpar.channel.Proof;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.integrations.wire.Hostile;
import org.tulpar.integrations.wire.Sample;

/** What Telegram's updates say. */
class TelegramPayloadsTest {

  private static final Instant NOW = Instant.ofEpochSecond(1795198700);
  private static final String CHAT = "5012345678";

  private final TelegramPayloads payloads = new TelegramPayloads(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void itsSecretStandsInItsOwnHeader() {
    var header = Map.of("x-telegram-bot-api-secret-token", "s3cret");
    assertThat(payloads.proof(Sample.request(header, Map.of())))
        .contains(new Proof.Shown("s3cret"));
    var bearer = Map.of("Authorization", "Bearer s3cret");
    assertThat(payloads.proof(Sample.request(bearer, Map.of()))).isEmpty();
  }

  @Test
  void anUpdateCountsOnceByItsId() throws UnreadablePayload {
    var body = Sample.body("telegram-01-text");
    var first = payloads.envelope(Sample.bytes(body));
    assertThat(first.eventType()).isEqualTo("message");
    var respelled = body.toPrettyString().getBytes(StandardCharsets.UTF_8);
    assertThat(payloads.envelope(respelled)).isEqualTo(first);
    body.put("update_id", 815000099);
    assertThat(payloads.envelope(Sample.bytes(body))).isNotEqualTo(first);
  }

  @Test
  void aTextArrives() {
    assertThat(arrived(Sample.body("telegram-01-text")))
        .isEqualTo(
            new MessageArrived(
                CHAT,
                ChatKind.DIRECT,
                List.of(new Identity(IdentityKind.PROVIDER_ID, CHAT)),
                null,
                "Айгерим",
                null,
                CHAT + ":42",
                false,
                new Text("/start"),
                null,
                Instant.ofEpochSecond(1795198542)));
  }

  @Test
  void whoHasNoNameIsCalledByHerUsername() {
    assertThat(called("{\"first_name\":\"Айгерим\",\"username\":\"aigerim\"}"))
        .isEqualTo("Айгерим");
    assertThat(called("{\"first_name\":\"\",\"username\":\"aigerim\"}")).isEqualTo("aigerim");
    assertThat(called("{\"username\":\"aigerim\"}")).isEqualTo("aigerim");
    assertThat(called("{}")).as("neither").isNull();
  }

  @Test
  void aPhotoIsItsLargestSizeAndAnswersAMessageOfItsChat() {
    var photo = arrived(Sample.body("telegram-02-photo-reply"));
    assertThat(photo.quotedExternalId()).isEqualTo(CHAT + ":41");
    var media = (Media) photo.content();
    assertThat(media.type()).isEqualTo(MediaType.IMAGE);
    assertThat(media.text()).isEqualTo("снимок");
    assertThat(media.size()).isEqualTo(91253);
  }

  @Test
  void aPressedButtonIsAChoiceThatAnswersItsMessage() {
    var pressed = arrived(update(0));
    assertThat(pressed.content()).isEqualTo(new Choice("book", "book"));
    assertThat(pressed.quotedExternalId()).isEqualTo(CHAT + ":44");
    assertThat(pressed.externalId()).isEqualTo(CHAT + ":press:4382bfdwdsb323b2d9");
    assertThat(pressed.at()).isEqualTo(NOW);
  }

  @Test
  void aPressedButtonSaysItsWords() {
    var update = update(0);
    ((ObjectNode) update.at("/callback_query/message"))
        .putObject("reply_markup")
        .putArray("inline_keyboard")
        .addArray()
        .addObject()
        .put("text", "Записаться")
        .put("callback_data", "book");
    assertThat(arrived(update).content()).isEqualTo(new Choice("book", "Записаться"));
  }

  @Test
  void aSharedContactTellsTheClientsOwnNumber() {
    var shared = arrived(update(2));
    assertThat(shared.phone()).isEqualTo("77015550101");
    assertThat(((Contacts) shared.content()).cards().getFirst().vcard())
        .contains("TEL:77015550101");
  }

  @Test
  void aCardOfSomebodyElseIsNobodysNumber() {
    var update = update(2);
    ((ObjectNode) update.at("/message/contact")).put("user_id", 99);
    assertThat(arrived(update).phone()).isNull();
  }

  @Test
  void anEditReplacesTheWordsOfItsMessage() {
    assertThat(event(update(1)))
        .isEqualTo(
            new MessageEdited(CHAT + ":42", "исправлено", Instant.ofEpochSecond(1795198570)));
  }

  @Test
  void aReactionIsASignOnItsMessage() throws Exception {
    var body =
        """
        {"update_id": 1, "message_reaction": {"chat": {"id": 5012345678, "type": "private"},
         "message_id": 42, "user": {"id": 5012345678, "first_name": "Айгерим"},
         "date": 1795198590, "old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}]}}
        """;
    assertThat(payloads.read(body))
        .containsExactly(
            new ReactionArrived(
                CHAT + ":42",
                ReactionArrived.CLIENT,
                "Айгерим",
                "👍",
                Instant.ofEpochSecond(1795198590)));
  }

  @Test
  void aBlockedBotIsToldInTheLedger() {
    assertThat(event(update(3))).isEqualTo(new Ignored("my_chat_member kicked"));
  }

  @Test
  void aGroupIsItsChatAndTellsWhoWrote() {
    var body = Sample.body("telegram-01-text");
    ((ObjectNode) body.at("/message/chat")).put("id", -100123456789L).put("type", "supergroup");
    var arrived = arrived(body);
    assertThat(arrived.chatKind()).isEqualTo(ChatKind.GROUP);
    assertThat(arrived.chat()).isEqualTo("-100123456789");
    assertThat(arrived.senderName()).isEqualTo("Айгерим");
    assertThat(arrived.clientName()).isNull();
  }

  @Test
  void aPlaceAVoiceAndSomethingNewArriveAsWhatTheyAre() {
    assertThat(content("{\"location\":{\"latitude\":43.2,\"longitude\":76.9}}"))
        .isEqualTo(new Location(43.2, 76.9, "", false));
    assertThat(content("{\"location\":{\"latitude\":143.2,\"longitude\":76.9}}"))
        .isEqualTo(new Unsupported("location", ""));
    assertThat(content("{\"voice\":{\"file_id\":\"f\",\"duration\":3}}"))
        .isInstanceOfSatisfying(Media.class, voice -> assertThat(voice.voice()).isTrue());
    assertThat(content("{\"animation\":{\"file_id\":\"f\"},\"document\":{\"file_id\":\"f\"}}"))
        .isInstanceOfSatisfying(
            Media.class, gif -> assertThat(gif.type()).isEqualTo(MediaType.VIDEO));
    assertThat(content("{\"hologram\":{\"id\":1}}")).isEqualTo(new Unsupported("hologram", ""));
  }

  @Test
  void aNoticeOfTheChatAsksNothing() {
    assertThat(event(message("{\"new_chat_title\":\"x\"}"))).isInstanceOf(Ignored.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"update_id\":\"abc\"}",
        "{\"update_id\":1}{\"update_id\":2}",
        "{\"update_id\":[1]}"
      })
  void whatNamesNoUpdateIsRefused(String body) {
    assertThatThrownBy(() -> payloads.envelope(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadablePayload.class);
  }

  @Test
  void hostileContentsAreReadOrRefused() {
    for (var content :
        List.of(
            "{\"location\":{\"latitude\":43.2,\"longitude\":76.9},\"venue\":{\"title\":\"x\"}}",
            "{\"voice\":{\"file_id\":\"f\",\"duration\":3}}",
            "{\"sticker\":{\"file_id\":\"f\",\"emoji\":\"👍\"}}")) {
      Hostile.survive(payloads, message(content));
    }
    var pressed = update(0);
    ((ObjectNode) pressed.at("/callback_query/message"))
        .putObject("reply_markup")
        .putArray("inline_keyboard")
        .addArray()
        .addObject()
        .put("text", "Записаться")
        .put("callback_data", "book");
    Hostile.survive(payloads, pressed);
  }

  @Test
  void hostileUpdatesAreReadOrRefused() {
    for (var name : List.of("telegram-01-text", "telegram-02-photo-reply")) {
      Hostile.survive(payloads, Sample.body(name));
    }
    Sample.of("telegram-03-callback-edited-contact")
        .get("bodies")
        .forEach(body -> Hostile.survive(payloads, body));
  }

  /** What somebody is called who says this of herself. */
  private String called(String person) {
    var body = Sample.body("telegram-01-text");
    var writer = (ObjectNode) body.at("/message/from");
    writer.remove(List.of("first_name", "last_name", "username"));
    writer.setAll(object(person));
    return arrived(body).clientName();
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode update(int index) {
    return Sample.of("telegram-03-callback-edited-contact").get("bodies").get(index);
  }

  private static JsonNode message(String content) {
    var body = Sample.body("telegram-01-text");
    var message = (ObjectNode) body.get("message");
    message.remove("text");
    message.setAll(object(content));
    return body;
  }

  private org.tulpar.channel.MessageContent content(String content) {
    return arrived(message(content)).content();
  }

  private MessageArrived arrived(JsonNode body) {
    return (MessageArrived) event(body);
  }

  private ChannelEvent event(JsonNode body) {
    try {
      return payloads.read(body.toString()).getFirst();
    } catch (UnreadablePayload e) {
      throw new IllegalStateException(e);
    }
  }
}
