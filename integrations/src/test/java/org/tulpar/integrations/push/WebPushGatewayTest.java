package org.tulpar.integrations.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.conversation.push.PushAddress;
import org.tulpar.conversation.push.PushResult;
import org.tulpar.conversation.push.PushWords;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.simulator.Options;
import org.tulpar.simulator.OutsideWorld;

/**
 * Against a push service that proves the sender and a browser that reads: the reader itself is
 * proven by the example of RFC 8291.
 */
class WebPushGatewayTest {

  private static final PushWords WORDS =
      new PushWords(7, 42, "ANSWERED42:1", "Клиент написал", "Динара: Сколько стоит тур? 🌄");

  @RegisterExtension final LocalServer server = new LocalServer();
  private final WebPushGateway gateway = gateway(Keys.fresh(), true);
  private OutsideWorld world;

  private WebPushGateway gateway(String keys, boolean allowLoopback) {
    var settings =
        new PushSettings(keys, "mailto:ops@example.org", allowLoopback, Duration.ofSeconds(2));
    return new WebPushGateway(server.http(), settings, Clock.systemUTC());
  }

  @BeforeEach
  void open() throws IOException {
    world = OutsideWorld.open(Options.of("--port", "0"), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aBrowserReadsWhatWasSaid() throws Exception {
    var browser = browser("desk");
    assertThat(gateway.takes(browser)).isTrue();
    assertThat(gateway.send(browser, WORDS)).isEqualTo(new PushResult.Taken());
    var told = asked("GET", "/control/browsers/desk", "").path("notices");
    assertThat(told).hasSize(1);
    assertThat(told.path(0).path("encoding").asText()).isEqualTo("aes128gcm");
    assertThat(told.path(0).path("topic").asText()).isEqualTo("c42");
    assertThat(told.path(0).path("ttl").asText()).isEqualTo("14400");
    var words = new ObjectMapper().readTree(told.path(0).path("words").asText());
    assertThat(words.path("person").asLong()).isEqualTo(7);
    assertThat(words.path("conversation").asLong()).isEqualTo(42);
    assertThat(words.path("occasion").asText()).isEqualTo("ANSWERED42:1");
    assertThat(words.path("title").asText()).isEqualTo("Клиент написал");
    assertThat(words.path("body").asText()).isEqualTo("Динара: Сколько стоит тур? 🌄");
  }

  @Test
  void theLongestNoticeFits() throws Exception {
    var longest =
        new PushWords(
            Long.MAX_VALUE, Long.MAX_VALUE, "x".repeat(80), "Я".repeat(80), "🌄".repeat(340));
    assertThat(gateway.send(browser("long"), longest)).isEqualTo(new PushResult.Taken());
  }

  @Test
  void whoIsThrownAwayIsGone() throws Exception {
    var browser = browser("old");
    asked("DELETE", "/control/browsers/old", "");
    assertThat(gateway.send(browser, WORDS)).isEqualTo(new PushResult.Gone());
  }

  @ParameterizedTest
  @CsvSource({
    "404, Gone, ",
    "410, Gone, ",
    "429, Later, http_429",
    "503, Later, http_503",
    "400, Rejected, http_400",
    "403, Rejected, http_403"
  })
  void anAnswerIsAResult(int status, String kind, String code) throws Exception {
    server.answering(LocalServer.json(status, "{}"));
    var result = gateway.send(at(server.uri() + "/a"), WORDS);
    assertThat(result.getClass().getSimpleName()).isEqualTo(kind);
    if (code != null) {
      assertThat(result.toString()).contains(code);
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void theWaitThatIsAskedForIsHeard() throws Exception {
    server.answering(LocalServer.json(429, "{}", "Retry-After", "7"));
    assertThat(gateway.send(at(server.uri() + "/a"), WORDS))
        .isEqualTo(new PushResult.Later("http_429", Duration.ofSeconds(7)));
  }

  @Test
  void aServiceThatIsAwayMayComeBack() throws Exception {
    server.answering(LocalServer.hangUp());
    assertThat(gateway.send(at(server.uri() + "/a"), WORDS)).isInstanceOf(PushResult.Later.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://push.example.org/a",
        "http://127.0.0.1.example.org/a",
        "ftp://push.example.org/a",
        "https://user@push.example.org/a",
        "https://push.example.org/a#b",
        "https:///a",
        "https://push.example.org/a b",
        "https://push.example.org/\u0430",
        "javascript:alert(1)",
        ""
      })
  void whatIsNoPushServiceIsNotTaken(String endpoint) throws Exception {
    assertThat(gateway.takes(at(endpoint))).isFalse();
    assertThat(gateway.send(at(endpoint), WORDS)).isInstanceOf(PushResult.Rejected.class);
  }

  @Test
  void anAddressHasAnEnd() throws Exception {
    var start = "https://push.example.org/";
    var longest = start + "a".repeat(PushAddress.LONGEST - start.length());
    assertThat(gateway.takes(at(longest))).isTrue();
    assertThat(gateway.takes(at(longest + "a"))).isFalse();
  }

  @Test
  void thisMachineIsNoPushServiceUnlessItIsSimulated() throws Exception {
    var strict = gateway(Keys.fresh(), false);
    assertThat(strict.takes(at("http://127.0.0.1:8082/a"))).isFalse();
    assertThat(gateway.takes(at("http://127.0.0.1:8082/a"))).isTrue();
    var guarded =
        new WebPushGateway(
            LocalServer.guardedClient(),
            new PushSettings(Keys.fresh(), null, true, Duration.ofSeconds(2)),
            Clock.systemUTC());
    assertThat(guarded.send(at(server.uri() + "/a"), WORDS))
        .isEqualTo(new PushResult.Rejected("forbidden_address"));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void keysThatAreNoneAreNotTaken() throws Exception {
    var good = at("https://push.example.org/a");
    var offTheCurve = "BA" + "A".repeat(85);
    assertThat(gateway.takes(good)).isTrue();
    assertThat(gateway.takes(new PushAddress(good.endpoint(), offTheCurve, good.auth()))).isFalse();
    assertThat(gateway.takes(new PushAddress(good.endpoint(), "AAAA", good.auth()))).isFalse();
    assertThat(gateway.takes(new PushAddress(good.endpoint(), "%", good.auth()))).isFalse();
    assertThat(gateway.takes(new PushAddress(good.endpoint(), good.p256dh(), "AAAA"))).isFalse();
    assertThat(gateway.takes(new PushAddress(good.endpoint(), null, null))).isFalse();
  }

  @Test
  void withoutKeysNobodyIsTold() throws Exception {
    var silent = gateway(null, true);
    assertThat(silent.publicKey()).isEmpty();
    assertThat(silent.send(at(server.uri() + "/a"), WORDS)).isInstanceOf(PushResult.Rejected.class);
    assertThat(server.requests()).isEmpty();
    assertThat(gateway.publicKey().orElseThrow()).hasSize(87);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b", "AAAA.AAAA", "%.%"})
  void withKeysThatAreNoneNobodyIsToldEither(String keys) {
    assertThat(gateway(keys, true).publicKey()).isEmpty();
  }

  private PushAddress at(String endpoint) throws Exception {
    var keys = browser("keys");
    return new PushAddress(endpoint, keys.p256dh(), keys.auth());
  }

  private PushAddress browser(String name) throws Exception {
    var made = asked("POST", "/control/browsers", "{\"name\": \"%s\"}".formatted(name));
    return new PushAddress(
        made.path("endpoint").asText(), made.path("p256dh").asText(), made.path("auth").asText());
  }

  private JsonNode asked(String method, String path, String body) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + path))
              .method(method, BodyPublishers.ofString(body))
              .build();
      return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }
}
