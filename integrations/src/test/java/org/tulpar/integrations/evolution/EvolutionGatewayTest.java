package org.tulpar.integrations.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway.Trace;
import org.tulpar.channel.ChannelGateway.Wanted;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.tenant.OrganizationId;

/** Against a real server that gives the captured answers. */
class EvolutionGatewayTest {

  private static final String CLIENT = "77015550101@s.whatsapp.net";
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final LocalServer server = new LocalServer();
  private final EvolutionGateway gateway =
      new EvolutionGateway(
          server.http(),
          new GatewaySettings(Duration.ofSeconds(2)),
          Clock.fixed(Captured.NOW, ZoneOffset.UTC));

  private ChannelAccess channel(URI url, String instance) {
    var organization = new OrganizationId(UUID.randomUUID());
    return new ChannelAccess(
        organization, UUID.randomUUID(), ChannelType.EVOLUTION, instance, url, "KEY");
  }

  private SendResult send(String address) {
    return gateway.sendText(channel(server.uri(), "wa-1"), address, "Добрый день!", null);
  }

  private SendResult sendTo(URI url) {
    return gateway.sendText(channel(url, "wa-1"), CLIENT, "x", null);
  }

  @Test
  void a_sent_text_has_the_id_of_the_messenger() throws Exception {
    Captured.answers(server, "answers", 324);
    assertThat(send(CLIENT)).isEqualTo(new Accepted("3EB0C5E7297E54A0EAEC3B"));
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/message/sendText/wa-1");
    assertThat(request.apiKey()).isEqualTo("KEY");
    assertThat(JSON.readTree(request.body()))
        .isEqualTo(JSON.readTree("{\"number\":\"77015550101\",\"text\":\"Добрый день!\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "77015550101@s.whatsapp.net,77015550101",
    "123456789012345@lid,123456789012345@lid",
    "120363000000000001@g.us,120363000000000001@g.us",
    "77015550101,77015550101"
  })
  void a_chat_is_addressed_as_evolution_wants_it(String address, String number) throws Exception {
    Captured.answers(server, "answers", 324);
    send(address);
    assertThat(JSON.readTree(server.requests().getFirst().body()).get("number").asText())
        .isEqualTo(number);
  }

  @Test
  void an_answer_quotes_its_question() throws Exception {
    Captured.answers(server, "answers", 73);
    gateway.sendText(channel(server.uri(), "evo-1"), CLIENT, "ответ на", "IN-text");
    assertThat(JSON.readTree(server.requests().getFirst().body()).at("/quoted/key/id").asText())
        .isEqualTo("IN-text");
  }

  @ParameterizedTest
  @CsvSource({
    "79,bad_request",
    "80,instance_not_found",
    "81,unauthorized",
    "82,bad_request",
    "224,refused_by_messenger",
    "226,unauthorized",
    "323,not_on_whatsapp"
  })
  void a_refusal_is_final_and_says_why(int number, String code) throws Exception {
    Captured.answers(server, "answers", number);
    assertThat(send(CLIENT))
        .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
        .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(code))
        .satisfies(rejected -> assertThat(rejected.detail()).hasSizeGreaterThan(5));
  }

  @ParameterizedTest
  @CsvSource({"228,rate_limited", "377,connection_closed"})
  void what_was_not_sent_is_tried_again(int number, String code) throws Exception {
    Captured.answers(server, "answers", number);
    assertThat(((Deferred) send(CLIENT)).code()).isEqualTo(code);
  }

  @Test
  void the_wish_to_wait_is_passed_on() {
    server.answering(LocalServer.json(429, "{}", "Retry-After", "17"));
    assertThat(((Deferred) send(CLIENT)).retryAfter()).isEqualTo(Duration.ofSeconds(17));
    server.answering(LocalServer.json(503, "{}", "Retry-After", "Sat, 21 Nov 2026 00:02:00 GMT"));
    assertThat(((Deferred) send(CLIENT)).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    server.answering(LocalServer.json(429, "{}", "Retry-After", "tomorrow"));
    assertThat(((Deferred) send(CLIENT)).retryAfter()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "504", "520"})
  void an_error_behind_a_proxy_may_come_after_sending(int status) {
    server.answering(LocalServer.json(status, "<html>"));
    assertThat(send(CLIENT)).isInstanceOf(Unknown.class);
  }

  @Test
  void an_id_that_nobody_can_keep_is_none() {
    server.answering(LocalServer.json(201, "{\"key\":{\"id\":\"%s\"}}".formatted("I".repeat(401))));
    assertThat(send(CLIENT))
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.code()).isEqualTo("answer_without_id"));
    server.answering(LocalServer.json(201, "{\"key\":{\"id\":\"%s\"}}".formatted("I".repeat(400))));
    assertThat(send(CLIENT)).isEqualTo(new Accepted("I".repeat(400)));
  }

  @Test
  void an_answer_that_is_not_evolutions_does_not_tell() {
    for (var page : new String[] {"<html>welcome</html>", "", "[]", "{\"key\":{\"id\":null}}"}) {
      server.answering(LocalServer.json(200, page));
      assertThat(send(CLIENT)).isInstanceOf(Unknown.class);
    }
  }

  @Test
  void silence_and_a_lost_connection_do_not_tell() {
    server.answering(LocalServer.silence());
    assertThat(((Unknown) send(CLIENT)).code()).isEqualTo("timeout");
    server.answering(LocalServer.hangUp());
    assertThat(((Unknown) send(CLIENT)).code()).isEqualTo("connection_lost");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void an_endless_answer_does_not_tell() {
    server.answering(LocalServer.json(200, "x".repeat(100_001)));
    assertThat(((Unknown) send(CLIENT)).code()).isEqualTo("answer_too_long");
  }

  @Test
  void a_gateway_that_is_not_there_sent_nothing() throws Exception {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(((Deferred) sendTo(URI.create("http://127.0.0.1:" + port))).code())
        .isEqualTo("connection_refused");
    assertThat(((Deferred) sendTo(URI.create("http://gateway.invalid"))).code())
        .isEqualTo("unknown_host");
  }

  @Test
  void only_web_addresses_are_called() {
    for (var url :
        new String[] {
          "file:///x", "ftp://example.com", "mailto:a@b", "/x", "http://a@b.kz", "http://b.kz?q=1"
        }) {
      assertThat(((Rejected) sendTo(URI.create(url))).code()).isEqualTo("bad_address");
    }
  }

  @Test
  void the_name_of_an_instance_stays_inside_its_segment() throws Exception {
    Captured.answers(server, "answers", 324);
    gateway.sendText(
        channel(URI.create(server.uri() + "/evo/"), "a/../b?c#d e"), CLIENT, "x", null);
    assertThat(server.requests().getFirst().path())
        .isEqualTo("/evo/message/sendText/a%2F..%2Fb%3Fc%23d%20e");
    assertThat(gateway.sendText(channel(server.uri(), ".."), CLIENT, "x", null))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void a_sent_text_is_found_in_the_history() throws Exception {
    Captured.answers(server, "answers", 102);
    var at = Instant.ofEpochSecond(1795199149);
    var channel = channel(server.uri(), "evo-1");
    assertThat(gateway.trace(channel, CLIENT, text("с токеном экземпляра"), at.plusSeconds(3)))
        .isEqualTo(new Trace.Found("3e22e09d-6659-4ca8-b47d-640d478f4ac4"));
    assertThat(gateway.trace(channel, CLIENT, text("с токеном экземпляра"), at.plusSeconds(60)))
        .isEqualTo(new Trace.Absent());
    var where = JSON.readTree(server.requests().getFirst().body()).at("/where/key");
    assertThat(JSON.convertValue(where, java.util.Map.class))
        .containsOnly(entry("remoteJid", CLIENT), entry("fromMe", true));
  }

  @Test
  void a_file_is_not_found_by_a_text_of_the_same_words() throws Exception {
    Captured.answers(server, "answers", 102);
    var wanted = new Wanted("IMAGE", "с токеном экземпляра");
    var at = Instant.ofEpochSecond(1795199149);
    assertThat(gateway.trace(channel(server.uri(), "evo-1"), CLIENT, wanted, at.plusSeconds(3)))
        .isNotInstanceOf(Trace.Found.class);
  }

  private static Wanted text(String words) {
    return new Wanted("TEXT", words);
  }

  @Test
  void a_message_of_the_client_is_not_ours() throws Exception {
    Captured.answers(server, "answers", 102);
    var trace =
        gateway.trace(
            channel(server.uri(), "evo-1"),
            CLIENT,
            text("Здравствуйте! Сколько стоит?"),
            Instant.ofEpochSecond(1795199147));
    assertThat(trace).isNotInstanceOf(Trace.Found.class);
  }

  @Test
  void a_history_that_is_not_read_does_not_tell() {
    for (var answer :
        new LocalServer.Answer[] {
          LocalServer.json(404, "{}"),
          LocalServer.json(200, "{}"),
          LocalServer.json(200, "{\"messages\":{\"total\":0,\"pages\":0,\"records\":[]}}"),
          LocalServer.json(200, "<html>"),
          LocalServer.hangUp()
        }) {
      server.answering(answer);
      assertThat(gateway.trace(channel(server.uri(), "i"), CLIENT, text("x"), Captured.NOW))
          .isInstanceOf(Trace.Unreadable.class);
    }
  }
}
