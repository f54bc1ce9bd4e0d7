package org.tulpar.integrations.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.channel.line.GatewayLine.Registration;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;

/** An instance's life, with the answers that were captured. */
class EvolutionLineTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Registration OURS =
      new Registration("http://127.0.0.1:25090/hook/evo", "Bearer our-secret");

  /** When the youngest captured message was written; the third is three seconds older. */
  private static final long YOUNGEST = 1_795_199_149L;

  @RegisterExtension final LocalServer server = new LocalServer();
  private final EvolutionLine line =
      new EvolutionLine(server.http(), new GatewaySettings(Duration.ofSeconds(2)));

  @Test
  void a_new_instance_is_opened_by_its_own_key() throws Exception {
    var captured = answering(8);
    var created = line.create(server.uri(), "MASTER", "evo-1", OURS);
    assertThat(created.key()).isEqualTo("EVO1-TOKEN");
    assertThat(created.link().state()).isEqualTo(ConnectionState.CONNECTING);
    assertThat(server.requests().getFirst().apiKey()).isEqualTo("MASTER");
    var body = asked(captured);
    assertThat(body.path("instanceName").asText()).isEqualTo("evo-1");
    assertThat(body.path("integration").asText()).isEqualTo("WHATSAPP-BAILEYS");
    assertThat(body.at("/webhook/url").asText()).isEqualTo(OURS.url());
    assertThat(body.at("/webhook/headers/Authorization").asText()).isEqualTo(OURS.authorization());
    assertThat(body.at("/webhook/byEvents").asBoolean(true)).isFalse();
  }

  @Test
  void a_code_waits_to_be_scanned() throws Exception {
    var captured = answering(233);
    var link = line.connect(channel("wa-1"));
    asked(captured);
    assertThat(link.state()).isEqualTo(ConnectionState.CONNECTING);
    assertThat(link.picture()).startsWith("data:image/png;base64,iVBORw0KGgo");
    assertThat(link.pairingCode()).isNull();
  }

  @Test
  void a_line_that_stands_has_no_code() throws Exception {
    var captured = answering(20);
    var link = line.connect(channel("evo-1"));
    asked(captured);
    assertThat(link.state()).isEqualTo(ConnectionState.OPEN);
    assertThat(link.picture()).isNull();
  }

  @Test
  void the_state_is_told() throws Exception {
    var captured = answering(237);
    assertThat(line.state(channel("wa-1"))).isEqualTo(ConnectionState.OPEN);
    asked(captured);
    answering(230);
    assertThat(line.state(channel("wa-1"))).isEqualTo(ConnectionState.CLOSED);
  }

  @Test
  void an_instance_that_is_gone_says_so() throws Exception {
    answering(19);
    assertThatThrownBy(() -> line.state(channel("nobody")))
        .isInstanceOfSatisfying(
            GatewayTrouble.class, e -> assertThat(e.code()).isEqualTo("unknown_instance"));
  }

  @Test
  void where_it_posts_to_is_found() throws Exception {
    var captured = answering(22);
    assertThat(line.registration(channel("evo-1"))).isEqualTo(OURS);
    asked(captured);
  }

  @Test
  void a_registration_that_is_off_or_gone_is_none() throws Exception {
    var row = (ObjectNode) JSON.readTree(Captured.numbered("lines", 22)).get("body");
    server.answering(LocalServer.json(200, row.put("enabled", false).toString()));
    assertThat(line.registration(channel("evo-1"))).isNull();
    server.answering(LocalServer.json(200, "null"));
    assertThat(line.registration(channel("evo-1"))).isNull();
  }

  @Test
  void a_registration_is_set_as_captured() throws Exception {
    var captured = answering(26);
    line.register(channel("evo-1"), OURS);
    var body = asked(captured).path("webhook");
    var theirs = captured.at("/request/body/webhook");
    for (var field : new String[] {"enabled", "url", "byEvents", "base64"}) {
      assertThat(body.path(field)).as(field).isEqualTo(theirs.path(field));
    }
    assertThat(body.at("/headers/Authorization")).isEqualTo(theirs.at("/headers/Authorization"));
    assertThat(body.path("events")).as("none named: all are told").isEmpty();
  }

  @Test
  void the_history_is_read_to_its_last_page_oldest_first() throws Exception {
    server.answering(pages(3));
    var told = line.history(channel("evo-1"), Instant.EPOCH);
    assertThat(server.requests())
        .hasSize(3)
        .allMatch(request -> request.path().equals("/chat/findMessages/evo-1"));
    assertThat(told.stream().map(EvolutionLineTest::id))
        .containsExactly(
            "IN-fromme-3",
            "IN-text-3",
            "3e22e09d-6659-4ca8-b47d-640d478f4ac4-3",
            "IN-fromme-2",
            "IN-text-2",
            "3e22e09d-6659-4ca8-b47d-640d478f4ac4-2",
            "IN-fromme",
            "IN-text",
            "3e22e09d-6659-4ca8-b47d-640d478f4ac4");
  }

  @Test
  void the_history_is_left_where_it_is_older_than_the_gap() throws Exception {
    server.answering(pages(3));
    var told = line.history(channel("evo-1"), Instant.ofEpochSecond(YOUNGEST - 2));
    assertThat(server.requests()).as("the second page is old as a whole").hasSize(2);
    assertThat(told.stream().map(EvolutionLineTest::id))
        .containsExactly("IN-text", "3e22e09d-6659-4ca8-b47d-640d478f4ac4");
  }

  @Test
  void what_left_our_side_is_told_as_such_and_has_the_name_of_its_webhook() throws Exception {
    server.answering(pages(1));
    var told = line.history(channel("evo-1"), Instant.EPOCH);
    assertThat(told.stream().map(body -> arrived(body).byOwner()))
        .containsExactly(true, false, true);
    var webhook = Captured.numbered("arrived", 57);
    assertThat(id(webhook.getBytes(StandardCharsets.UTF_8))).isEqualTo("IN-fromme");
    assertThat(Captured.payloads().envelope(told.getFirst()).externalId())
        .isEqualTo(
            Captured.payloads().envelope(webhook.getBytes(StandardCharsets.UTF_8)).externalId());
  }

  @Test
  void a_history_without_end_is_not_taken_for_whole() {
    server.answering(pages(1000));
    assertThatThrownBy(() -> line.history(channel("evo-1"), Instant.EPOCH))
        .isInstanceOfSatisfying(
            GatewayTrouble.class, e -> assertThat(e.code()).isEqualTo("unreadable"));
    assertThat(server.requests()).hasSize(50);
  }

  /** The captured page, and as many older ones like it. */
  private LocalServer.Answer pages(int pages) {
    return exchange -> {
      var page = JSON.readTree(server.requests().getLast().body()).path("page").asInt();
      var answer = JSON.readTree(Captured.numbered("answers", 102)).get("body");
      ((ObjectNode) answer.get("messages")).put("currentPage", page).put("pages", pages);
      if (page > 1) {
        for (var each : answer.at("/messages/records")) {
          var key = (ObjectNode) each.get("key");
          key.put("id", key.get("id").asText() + "-" + page);
          var time = each.get("messageTimestamp").asLong() - 10L * (page - 1);
          ((ObjectNode) each).put("messageTimestamp", time);
        }
      }
      LocalServer.json(200, answer.toString()).give(exchange);
    };
  }

  private static MessageArrived arrived(byte[] body) {
    try {
      var events = Captured.payloads().read(new String(body, StandardCharsets.UTF_8));
      return (MessageArrived) events.getFirst();
    } catch (UnreadablePayload e) {
      throw new IllegalStateException(e);
    }
  }

  private static String id(byte[] body) {
    return arrived(body).externalId();
  }

  private JsonNode answering(int number) throws Exception {
    var captured = JSON.readTree(Captured.numbered("lines", number));
    server.answering(
        LocalServer.json(captured.get("status").asInt(), captured.get("body").toString()));
    return captured;
  }

  /** What was sent, to where the captured request went. */
  private JsonNode asked(JsonNode captured) throws Exception {
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo(captured.at("/request/path").asText());
    return JSON.readTree(request.body().isEmpty() ? "null" : request.body());
  }

  private ChannelAccess channel(String instance) {
    return server.channel(ChannelType.EVOLUTION, instance, "KEY");
  }
}
