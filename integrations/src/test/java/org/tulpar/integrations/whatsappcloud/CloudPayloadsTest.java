package org.tulpar.integrations.whatsappcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import org.tulpar.channel.ChannelEvent.ReceiptArrived;
import org.tulpar.channel.ChannelEvent.ReceiptStatus;
import org.tulpar.channel.ChannelPayloads.Handshake;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;
import org.tulpar.channel.MessageContent.Choice;
import org.tulpar.channel.MessageContent.Media;
import org.tulpar.channel.MessageContent.Text;
import org.tulpar.channel.MessageContent.Unsupported;
import org.tulpar.channel.Proof;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.integrations.wire.Hostile;
import org.tulpar.integrations.wire.Sample;

/** What Meta's webhooks say, and how they show that they are Meta's. */
class CloudPayloadsTest {

  private static final String PHONE = "77015550101";
  private static final Instant NOW = Instant.ofEpochSecond(1795198700);

  private final CloudPayloads payloads = new CloudPayloads(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void theSignatureIsReadFromItsHeader() {
    var hex = "ab".repeat(32);
    assertThat(payloads.proof(signed("sha256=" + hex)))
        .hasValueSatisfying(
            proof -> assertThat(((Proof.Signed) proof).signature()).hasSize(32).containsOnly(0xab));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=", "sha1=abcd", "sha256=zz", "sha256=abcd"})
  void whatIsNoSignatureIsNone(String header) {
    assertThat(payloads.proof(signed(header))).isEmpty();
    assertThat(payloads.proof(Sample.request(Map.of("Authorization", "Bearer x"), Map.of())))
        .isEmpty();
  }

  @Test
  void theHandshakeGivesTheChallengeBack() {
    assertThat(handshake("subscribe", "ours", "1158201444"))
        .contains(new Handshake(new Proof.Shown("ours"), "1158201444"));
  }

  @Test
  void whatIsNoHandshakeIsNotAnswered() {
    assertThat(handshake("unsubscribe", "ours", "1")).isEmpty();
    assertThat(handshake("subscribe", "ours", "<script>")).isEmpty();
    assertThat(payloads.handshake(Sample.request(Map.of(), Map.of("hub.mode", "subscribe"))))
        .isEmpty();
  }

  @Test
  void aPersonHasHerIdAndHerNumber() {
    var arrived = (MessageArrived) only("cloud-02-text-with-bsuid");
    assertThat(arrived)
        .isEqualTo(
            new MessageArrived(
                PHONE,
                ChatKind.DIRECT,
                List.of(
                    new Identity(IdentityKind.BSUID, "KZ.1410018717833190"),
                    new Identity(IdentityKind.PHONE, PHONE)),
                PHONE,
                "Айгерим",
                null,
                "wamid.HBgLNzcwMTU1NTAxMDEVAgASGBQzQTAwMDAwMDAwMDAwMDAwMDAwMQA=",
                false,
                new Text("Здравствуйте! Сколько стоит? 😊"),
                null,
                Instant.ofEpochSecond(1795198542)));
  }

  @Test
  void aPersonMayHaveNoNumber() {
    var arrived = (MessageArrived) only("cloud-03-text-username-user-no-phone");
    assertThat(arrived.chat()).isEqualTo("KZ.998877665544332");
    assertThat(arrived.identities())
        .containsExactly(new Identity(IdentityKind.BSUID, "KZ.998877665544332"));
    assertThat(arrived.phone()).isNull();
    assertThat(arrived.clientName()).isEqualTo("Dana");
  }

  @Test
  void aBatchIsAsManyMessagesInItsOrder() {
    var events = read(Sample.body("cloud-04-batch-messages-and-context"));
    assertThat(events)
        .extracting(event -> ((MessageArrived) event).externalId())
        .containsExactly("wamid.A", "wamid.B", "wamid.C");
    assertThat(((MessageArrived) events.get(0)).content())
        .isInstanceOfSatisfying(Media.class, image -> assertThat(image.text()).isEqualTo("снимок"));
    var pressed = (MessageArrived) events.get(1);
    assertThat(pressed.content()).isEqualTo(new Choice("book", "Записаться"));
    assertThat(pressed.quotedExternalId()).isEqualTo("wamid.OURS");
    assertThat(((MessageArrived) events.get(2)).content())
        .isEqualTo(new Unsupported("unsupported", "Message type is currently not supported."));
  }

  @Test
  void statusesAreReceiptsWithTheirReason() {
    assertThat(read(Sample.body("cloud-05-statuses")))
        .containsExactly(
            new ReceiptArrived(
                "wamid.OURS", ReceiptStatus.DELIVERED, Instant.ofEpochSecond(1795198545)),
            new ReceiptArrived(
                "wamid.OURS2",
                ReceiptStatus.FAILED,
                Instant.ofEpochSecond(1795198546),
                "window_closed",
                "131047 Re-engagement message Message failed to send because more than 24 hours"
                    + " have passed since the customer last replied to this number.",
                null));
  }

  @Test
  void aStatusBringsOurNameOfTheMessageBack() {
    var body = Sample.body("cloud-05-statuses");
    for (var status : body.at("/entry/0/changes/0/value/statuses")) {
      ((ObjectNode) status).put("biz_opaque_callback_data", "9007199254740993");
    }
    assertThat(read(body))
        .extracting(event -> ((ReceiptArrived) event).message())
        .containsExactly(9007199254740993L, 9007199254740993L);
  }

  @Test
  void aNameThatIsNotOursNamesNothing() {
    var body = Sample.body("cloud-05-statuses");
    ((ObjectNode) body.at("/entry/0/changes/0/value/statuses/0"))
        .put("biz_opaque_callback_data", "campaign of another program");
    assertThat(((ReceiptArrived) read(body).getFirst()).message()).isNull();
  }

  @Test
  void oneMessageCountsOnceHoweverItIsSpelled() throws UnreadablePayload {
    var body = Sample.body("cloud-02-text-with-bsuid");
    var first = payloads.envelope(Sample.bytes(body));
    var respelled = body.toPrettyString().getBytes(StandardCharsets.UTF_8);
    assertThat(payloads.envelope(respelled)).isEqualTo(first);
    assertThat(first.eventType()).isEqualTo("messages");
  }

  @Test
  void eachStepOfAStatusIsAnEventOfItsOwn() throws UnreadablePayload {
    var body = Sample.body("cloud-05-statuses");
    ((ArrayNode) body.at("/entry/0/changes/0/value/statuses")).remove(1);
    var delivered = payloads.envelope(Sample.bytes(body));
    ((ObjectNode) body.at("/entry/0/changes/0/value/statuses/0")).put("status", "read");
    var read = payloads.envelope(Sample.bytes(body));
    assertThat(read.externalId()).isNotEqualTo(delivered.externalId());
    assertThat(read.eventType()).isEqualTo("statuses");
  }

  @Test
  void aBatchIsItsBytes() throws UnreadablePayload {
    var body = Sample.body("cloud-04-batch-messages-and-context");
    var first = payloads.envelope(Sample.bytes(body));
    assertThat(payloads.envelope(Sample.bytes(body))).isEqualTo(first);
    ((ArrayNode) body.at("/entry/0/changes/0/value/messages")).remove(2);
    assertThat(payloads.envelope(Sample.bytes(body))).isNotEqualTo(first);
  }

  @Test
  void whatAPersonTypedInTheAppIsByTheOwner() {
    var body = Sample.body("cloud-02-text-with-bsuid");
    var change = (ObjectNode) body.at("/entry/0/changes/0");
    var value = (ObjectNode) change.get("value");
    change.put("field", "smb_message_echoes");
    value.remove("contacts");
    var echo = (ObjectNode) value.remove("messages").get(0);
    echo.put("from", "77010000001").put("to", PHONE).remove("from_user_id");
    value.putArray("message_echoes").add(echo);
    var typed = (MessageArrived) read(body).getFirst();
    assertThat(typed.byOwner()).isTrue();
    assertThat(typed.chat()).isEqualTo(PHONE);
  }

  @Test
  void otherFieldsAreNamedAndIgnored() {
    var body = Sample.body("cloud-02-text-with-bsuid");
    ((ObjectNode) body.at("/entry/0/changes/0")).put("field", "account_update");
    assertThat(read(body)).containsExactly(new Ignored("account_update"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"entry\":{}}", "{\"entry\":[]}{}", "nonsense"})
  void whatIsNoBatchIsRefused(String body) {
    assertThatThrownBy(() -> payloads.envelope(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadablePayload.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cloud-02-text-with-bsuid",
        "cloud-03-text-username-user-no-phone",
        "cloud-04-batch-messages-and-context",
        "cloud-05-statuses"
      })
  void hostileBatchesAreReadOrRefused(String name) {
    Hostile.survive(payloads, Sample.body(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"x\"},\"phones\":[{\"phone\":\"1\"}]}]}",
        "{\"type\":\"location\",\"location\":{\"latitude\":1,\"longitude\":2,\"name\":\"x\"}}",
        "{\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.A\",\"emoji\":\"👍\"}}",
        "{\"type\":\"interactive\",\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"1\",\"title\":\"x\"}}}"
      })
  void hostileContentsAreReadOrRefused(String content) throws Exception {
    var body = Sample.body("cloud-02-text-with-bsuid");
    var message = (ObjectNode) body.at("/entry/0/changes/0/value/messages/0");
    message.setAll((ObjectNode) new ObjectMapper().readTree(content));
    assertThat(payloads.read(body.toString())).doesNotHaveAnyElementsOfTypes(Ignored.class);
    Hostile.survive(payloads, body);
  }

  @Test
  void whatComesToAnotherNumberOfTheAppIsLeftToIt() throws UnreadablePayload {
    var body = Sample.body("cloud-02-text-with-bsuid");
    assertThat(payloads.read(body.toString(), "106540352242922")).isEqualTo(read(body));
    assertThat(payloads.read(body.toString(), "1065"))
        .containsExactly(new Ignored("of another number"));
    var both = Sample.body("cloud-02-text-with-bsuid");
    var other = both.at("/entry/0/changes/0").deepCopy();
    ((ObjectNode) other.at("/value/metadata")).put("phone_number_id", "1065");
    ((com.fasterxml.jackson.databind.node.ArrayNode) both.at("/entry/0/changes")).add(other);
    assertThat(payloads.read(both.toString(), "1065"))
        .hasSize(2)
        .first()
        .isEqualTo(new Ignored("of another number"));
    assertThat(payloads.tellsOfOtherLines()).isTrue();
  }

  private java.util.Optional<Handshake> handshake(String mode, String token, String challenge) {
    return payloads.handshake(
        Sample.request(
            Map.of(),
            Map.of("hub.mode", mode, "hub.verify_token", token, "hub.challenge", challenge)));
  }

  private static org.tulpar.channel.WebhookRequest signed(String header) {
    return Sample.request(Map.of("X-Hub-Signature-256", header), Map.of());
  }

  private ChannelEvent only(String name) {
    var events = read(Sample.body(name));
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private List<ChannelEvent> read(JsonNode body) {
    try {
      return payloads.read(body.toString());
    } catch (UnreadablePayload e) {
      throw new IllegalStateException(e);
    }
  }
}
