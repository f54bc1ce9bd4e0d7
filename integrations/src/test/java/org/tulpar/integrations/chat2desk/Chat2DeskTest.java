package org.tulpar.integrations.chat2desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.OwnMessageEchoed;
import org.tulpar.channel.ChannelGateway.Sign;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;
import org.tulpar.channel.MessageContent;
import org.tulpar.channel.MessageContent.Media;
import org.tulpar.channel.MessageContent.MediaType;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.channel.MessageContent.Text;
import org.tulpar.channel.Proof;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.Files;
import org.tulpar.integrations.wire.Hostile;
import org.tulpar.integrations.wire.Sample;

/** What Chat2Desk's hooks say, and its answers to our sends, against a real server. */
class Chat2DeskTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T18:20:00Z"), ZoneOffset.UTC);
  private static final String CLIENT = "17340089:whatsapp";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Chat2DeskPayloads payloads = new Chat2DeskPayloads(CLOCK);
  @RegisterExtension final LocalServer server = new LocalServer();
  private final Chat2DeskGateway gateway =
      new Chat2DeskGateway(server.http(), new GatewaySettings(Duration.ofSeconds(2)), CLOCK);

  @Test
  void theSecretStandsInTheAddress() {
    assertThat(payloads.proof(Sample.request(Map.of(), Map.of("secret", "s3cret"))))
        .contains(new Proof.Shown("s3cret"));
    assertThat(payloads.proof(Sample.request(Map.of("Authorization", "Bearer s3cret"), Map.of())))
        .contains(new Proof.Shown("s3cret"));
    assertThat(payloads.proof(Sample.request(Map.of(), Map.of()))).isEmpty();
  }

  @Test
  void aClientsTextArrives() {
    assertThat(read(Sample.body("chat2desk-01-inbox")))
        .isEqualTo(
            new MessageArrived(
                CLIENT,
                ChatKind.DIRECT,
                List.of(new Identity(IdentityKind.PROVIDER_ID, "17340089")),
                "77015550101",
                "Айгерим",
                null,
                "106773169",
                false,
                new Text("Здравствуйте"),
                null,
                Instant.parse("2026-11-20T18:15:42Z")));
  }

  @Test
  void aPhotoIsAnImage() {
    var photo = (Media) ((MessageArrived) read(Sample.body("chat2desk-02-inbox-photo"))).content();
    assertThat(photo.type()).isEqualTo(MediaType.IMAGE);
    assertThat(photo.url()).isEqualTo("https://storage.example/photo.jpg");
    assertThat(photo.fileName()).isEqualTo("photo.jpg");
  }

  @Test
  void anOperatorsAnswerIsByTheOwner() {
    var answer = (MessageArrived) read(Sample.body("chat2desk-03-outbox"));
    assertThat(answer.byOwner()).isTrue();
    assertThat(answer.externalId()).isEqualTo("106773577");
    assertThat(answer.chat()).isEqualTo(CLIENT);
  }

  @Test
  void whatNoOperatorSentIsOurEcho() {
    var body = Sample.body("chat2desk-03-outbox").putNull("operator_id");
    assertThat(read(body))
        .isEqualTo(
            new OwnMessageEchoed(
                CLIENT,
                "106773577",
                new MessageContent.Text("Добрый день!"),
                Instant.parse("2026-11-20T18:16:10Z")));
  }

  @Test
  void theNameOfAnotherMessengerIsNoNumber() {
    var body = Sample.body("chat2desk-01-inbox").put("transport", "telegram");
    ((ObjectNode) body.get("client")).put("phone", "[tg] 5012345678");
    var arrived = (MessageArrived) read(body);
    assertThat(arrived.phone()).isNull();
    assertThat(arrived.chat()).isEqualTo("17340089:telegram");
  }

  @Test
  void otherHooksAreNamedAndIgnored() {
    var body = Sample.body("chat2desk-01-inbox").put("hook_type", "add_tag_to_client");
    assertThat(read(body)).isEqualTo(new Ignored("add_tag_to_client"));
  }

  @Test
  void whatComesToAnotherLineOfTheTokenIsLeftToIt() throws UnreadablePayload {
    for (var name : List.of("chat2desk-01-inbox", "chat2desk-03-outbox")) {
      var body = Sample.body(name);
      assertThat(payloads.read(body.toString(), "17404")).containsExactly(read(body));
      assertThat(payloads.read(body.toString(), "17405"))
          .containsExactly(new Ignored("of another line"));
      body.remove("channel_id");
      assertThat(payloads.read(body.toString(), "17405")).containsExactly(read(body));
    }
    assertThat(payloads.tellsOfOtherLines()).isTrue();
  }

  @Test
  void aHookCountsOnceByItsMessage() throws UnreadablePayload {
    var body = Sample.body("chat2desk-01-inbox");
    var first = payloads.envelope(Sample.bytes(body));
    var again = payloads.envelope(body.toPrettyString().getBytes(StandardCharsets.UTF_8));
    assertThat(again).isEqualTo(first);
    assertThat(first.externalId()).isEqualTo("inbox|106773169");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"hook_type\":{}}", "{\"hook_type\":\"a\"}1"})
  void whatIsNoHookIsRefused(String body) {
    assertThatThrownBy(() -> payloads.envelope(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadablePayload.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat2desk-01-inbox", "chat2desk-02-inbox-photo", "chat2desk-03-outbox"})
  void hostileHooksAreReadOrRefused(String name) {
    Hostile.survive(payloads, Sample.body(name));
  }

  @Test
  void aTextIsSentWithoutOpeningADialog() throws IOException {
    var told = Sample.of("chat2desk-04-send");
    server.answering(LocalServer.json(200, told.at("/response_ok/body").toString()));
    assertThat(send(CLIENT)).isEqualTo(new Accepted("106773577"));
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/v1/messages");
    assertThat(request.authorization()).isEqualTo("TOKEN");
    var expected = ((ObjectNode) told.at("/request/body")).deepCopy();
    expected.remove("external_id");
    assertThat(JSON.readTree(request.body())).isEqualTo((JsonNode) expected);
  }

  @Test
  void aQuestionIsATextThatNumbersItsAnswers() throws IOException {
    var told = Sample.of("chat2desk-04-send");
    server.answering(LocalServer.json(200, told.at("/response_ok/body").toString()));
    var question = new Question("Когда вам удобно?", List.of("Утром", "Вечером"), "Выбрать");
    gateway.sendQuestion(channel(), CLIENT, question, null);
    assertThat(JSON.readTree(server.requests().getFirst().body()).path("text").asText())
        .isEqualTo(question.text());
  }

  @ParameterizedTest
  @CsvSource({
    "401, {},                   unauthorized",
    "400, {\"errors\":\"no\"},  bad_request",
    "404, {},                   bad_recipient",
    "413, {},                   too_long",
    "200, {\"status\":\"error\"}, refused_by_messenger"
  })
  void whatIsRefusedIsRefused(int status, String body, String code) {
    server.answering(LocalServer.json(status, body));
    assertThat(send(CLIENT)).isEqualTo(new Rejected(code, status + " " + body));
  }

  @Test
  void tooFastWaitsAndTheAmbiguousIsUnknown() {
    server.answering(LocalServer.json(429, "{}", "Retry-After", "3"));
    assertThat(send(CLIENT))
        .isEqualTo(new Deferred("rate_limited", "429 {}", Duration.ofSeconds(3)));
    server.answering(LocalServer.json(500, "oops"));
    assertThat(send(CLIENT)).isInstanceOf(Unknown.class);
    server.answering(LocalServer.json(200, "<html>"));
    assertThat(send(CLIENT)).isInstanceOf(Unknown.class);
  }

  @Test
  void anAddressOfSomethingElseIsRefused() {
    assertThat(send("77015550101@s.whatsapp.net")).isInstanceOf(Rejected.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aFileIsFetchedByChat2DeskItself() throws IOException {
    var told = Sample.of("chat2desk-04-send");
    server.answering(LocalServer.json(200, told.at("/response_ok/body").toString()));
    assertThat(gateway.sendFile(channel(), CLIENT, Files.picture("look"), null))
        .isEqualTo(new Accepted("106773577"));
    var expected = ((ObjectNode) told.at("/request/body")).deepCopy();
    expected.remove("external_id");
    expected.put("text", "look").put("attachment", Files.LINK.toString());
    assertThat(JSON.readTree(server.requests().getFirst().body())).isEqualTo((JsonNode) expected);
    gateway.sendFile(channel(), CLIENT, Files.picture(""), null);
    assertThat(JSON.readTree(server.requests().getLast().body()).has("text")).isFalse();
    assertThat(gateway.react(channel(), CLIENT, new Sign("1", false, "👍")))
        .isInstanceOf(Rejected.class);
  }

  private SendResult send(String address) {
    return gateway.sendText(channel(), address, "Добрый день!", null);
  }

  private ChannelAccess channel() {
    return server.channel(ChannelType.CHAT2DESK, "17404", "TOKEN");
  }

  private ChannelEvent read(JsonNode body) {
    try {
      return payloads.read(body.toString()).getFirst();
    } catch (UnreadablePayload e) {
      throw new IllegalStateException(e);
    }
  }
}
