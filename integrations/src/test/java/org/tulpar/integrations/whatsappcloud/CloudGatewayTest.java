package org.tulpar.integrations.whatsappcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.channel.TemplateMessage;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.Sample;

/** Against a real server that gives the documented answers. */
class CloudGatewayTest {

  private static final String PHONE = "77015550101";
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final LocalServer server = new LocalServer();
  private final CloudGateway gateway =
      new CloudGateway(
          server.http(), new GatewaySettings(Duration.ofSeconds(2)), Clock.systemUTC());

  @Test
  void aTextIsSentAsDocumented() throws IOException {
    answering("cloud-06-send-text", "response_ok");
    assertThat(send(PHONE, "wamid.A")).isEqualTo(new Accepted("wamid.OURS"));
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/v23.0/106540352242922/messages");
    assertThat(request.authorization()).isEqualTo("Bearer TOKEN");
    assertThat(JSON.readTree(request.body()))
        .isEqualTo(Sample.of("cloud-06-send-text").at("/request/body"));
  }

  @Test
  void aPersonWithoutNumberIsReachedByHerId() throws IOException {
    answering("cloud-06-send-text", "response_ok");
    send("KZ.998877665544332", null);
    var body = JSON.readTree(server.requests().getFirst().body());
    assertThat(body.path("recipient").asText()).isEqualTo("KZ.998877665544332");
    assertThat(body.has("to")).isFalse();
  }

  @Test
  void aTemplateIsCalledByNameLanguageAndParameters() throws IOException {
    answering("cloud-06-send-text", "response_ok");
    var template = new TemplateMessage("reactivation_1", "ru", List.of("Айгерим"));
    assertThat(gateway.sendTemplate(channel("106540352242922"), PHONE, template))
        .isEqualTo(new Accepted("wamid.OURS"));
    JsonNode body = JSON.readTree(server.requests().getFirst().body());
    assertThat(body.get("template"))
        .isEqualTo(Sample.of("cloud-07-send-template").at("/request/body/template"));
  }

  @Test
  void aPlaceAndAContactAreMessagesOfTheirOwnTypes() throws IOException {
    answering("cloud-06-send-text", "response_ok");
    var line = channel("106540352242922");
    gateway.sendLocation(line, PHONE, new Location(42.5, 74.5, "Офис", false), "wamid.A");
    gateway.sendContacts(
        line, PHONE, new Contacts("Иван", List.of(Card.of("Иван", "+77012223344"))), null);
    var place = JSON.readTree(server.requests().getFirst().body());
    assertThat(place.path("type").asText()).isEqualTo("location");
    assertThat(place.path("location").toString())
        .isEqualTo("{\"latitude\":42.5,\"longitude\":74.5,\"name\":\"Офис\"}");
    assertThat(place.at("/context/message_id").asText()).isEqualTo("wamid.A");
    var person = JSON.readTree(server.requests().get(1).body()).at("/contacts/0");
    assertThat(person.at("/name/formatted_name").asText()).isEqualTo("Иван");
    assertThat(person.at("/phones/0/phone").asText()).isEqualTo("+77012223344");
    assertThat(person.at("/phones/0/wa_id").asText()).isEqualTo("77012223344");
  }

  /** Meta offers neither; the type of the channel says the same. */
  @Test
  void whatWasSentIsNotChanged() {
    var line = channel("106540352242922");
    assertThat(gateway.edit(line, PHONE, "wamid.A", "x")).isInstanceOf(Rejected.class);
    assertThat(gateway.delete(line, PHONE, "wamid.A")).isInstanceOf(Rejected.class);
    assertThat(ChannelType.WHATSAPP_CLOUD.changes().edits()).isZero();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whateverIsSentCarriesOurNameOfIt() throws IOException {
    answering("cloud-06-send-text", "response_ok");
    var named = gateway.named(9007199254740993L);
    var line = channel("106540352242922");
    named.sendText(line, PHONE, "words", null);
    named.sendTemplate(line, PHONE, new TemplateMessage("reactivation_1", "ru", List.of()));
    assertThat(server.requests()).hasSize(2);
    for (var request : server.requests()) {
      assertThat(JSON.readTree(request.body()).path("biz_opaque_callback_data"))
          .isEqualTo(JSON.getNodeFactory().textNode("9007199254740993"));
    }
  }

  @Test
  void tooFastIsTriedAgain() {
    answering("cloud-06-send-text", "response_error");
    assertThat(send(PHONE, null))
        .isInstanceOfSatisfying(
            Deferred.class, d -> assertThat(d.code()).isEqualTo("rate_limited"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 131047, window_closed",
    "400, 131026, not_on_whatsapp",
    "404, 132001, template_refused",
    "400, 100,    refused_by_provider",
    "401, 190,    unauthorized",
    "403, 10,     unauthorized",
    "400, 190,    unauthorized"
  })
  void whatMetaRefusesIsRefusedForItsReason(int status, int code, String reason) {
    server.answering(
        LocalServer.json(status, "{\"error\":{\"message\":\"no\",\"code\":%d}}".formatted(code)));
    assertThat(send(PHONE, null)).isEqualTo(new Rejected(reason, status + " no"));
  }

  @Test
  void whatMayHaveBeenSentIsUnknown() {
    server.answering(LocalServer.json(500, "{\"error\":{\"code\":131000}}"));
    assertThat(send(PHONE, null)).isInstanceOf(Unknown.class);
    server.answering(LocalServer.json(200, "{}"));
    assertThat(send(PHONE, null)).isInstanceOf(Unknown.class);
    server.answering(LocalServer.hangUp());
    assertThat(send(PHONE, null)).isInstanceOf(Unknown.class);
  }

  @Test
  void theWishToWaitIsPassedOn() {
    server.answering(LocalServer.json(429, "{}", "Retry-After", "7"));
    assertThat(send(PHONE, null))
        .isInstanceOfSatisfying(
            Deferred.class, d -> assertThat(d.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void aChannelWithoutTheNumbersIdIsNotCalled() {
    assertThat(gateway.sendText(channel("../x"), PHONE, "x", null)).isInstanceOf(Rejected.class);
    assertThat(server.requests()).isEmpty();
  }

  private void answering(String sample, String answer) {
    var told = Sample.of(sample).get(answer);
    server.answering(LocalServer.json(told.get("status").asInt(), told.get("body").toString()));
  }

  private SendResult send(String address, String quoted) {
    return gateway.sendText(channel("106540352242922"), address, "Добрый день!", quoted);
  }

  private ChannelAccess channel(String number) {
    return server.channel(ChannelType.WHATSAPP_CLOUD, number, "/v23.0", "TOKEN");
  }
}
