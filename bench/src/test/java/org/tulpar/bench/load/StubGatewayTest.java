package org.tulpar.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubGatewayTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIND = "{\"where\":{},\"page\":1,\"offset\":2}";

  private final HttpClient http = HttpClient.newHttpClient();
  private Tally tally;
  private StubGateway gateway;

  @BeforeEach
  void open() throws IOException {
    tally = new Tally(Plan.of(new String[] {"--url", "http://127.0.0.1/", "--messages", "3"}), 1);
    gateway = new StubGateway(0, tally);
  }

  @AfterEach
  void close() throws IOException {
    gateway.close();
    http.close();
  }

  @Test
  void theWatchOfALineIsNoReply() throws IOException, InterruptedException {
    assertThat(get("/instance/connectionState/bench-000").at("/instance/state").asText())
        .isEqualTo("open");
    assertThat(get("/webhook/find/bench-000").isNull()).isTrue();
    post(
        "/webhook/set/bench-000",
        """
        {"webhook": {"enabled": true, "url": "http://a/b", "headers": {"Authorization": "Bearer s"}, "events": []}}\
        """);
    var webhook = get("/webhook/find/bench-000");
    assertThat(webhook.path("url").asText()).isEqualTo("http://a/b");
    assertThat(webhook.at("/headers/Authorization").asText()).isEqualTo("Bearer s");
    assertThat(post("/chat/findMessages/bench-000", FIND).at("/messages/records")).isEmpty();
    assertThat(tally.strange.sum()).isZero();
  }

  @Test
  void aSendWithoutAMarkerIsStrange() throws IOException, InterruptedException {
    post("/message/sendText/bench-000", send("79000000000", "Hello"));
    assertThat(tally.strange.sum()).isOne();
  }

  @Test
  void aReplyToTheWrongCustomerIsStrange() throws IOException, InterruptedException {
    tally.take(0, 1);
    post("/message/sendText/bench-000", send("79000000009", "You wrote: " + tally.word(0)));
    assertThat(tally.strange.sum()).isOne();
  }

  @Test
  void whatWasSentIsFoundInTheHistory() throws IOException, InterruptedException {
    for (int message = 0; message < 3; message++) {
      tally.take(message, 1);
      post(
          "/message/sendText/bench-00" + message % 2,
          send("7900000000" + message, "You wrote: " + tally.word(message)));
    }
    assertThat(tally.replies.sum()).isEqualTo(3);
    var all = post("/chat/findMessages/bench-000", FIND).path("messages");
    assertThat(all.path("total").asInt()).isEqualTo(2);
    var one =
        """
        {"where": {"key": {"remoteJid": "79000000002@s.whatsapp.net", "fromMe": true}}, "page": 1, "offset": 50}""";
    var found = post("/chat/findMessages/bench-000", one).at("/messages/records");
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/message/conversation").asText()).endsWith(tally.word(2));
    assertThat(found.at("/0/key/fromMe").asBoolean()).isTrue();
    var anybody =
        """
        {"where": {"key": {"remoteJid": "79000000007@s.whatsapp.net"}}, "page": 1, "offset": 1}""";
    assertThat(post("/chat/findMessages/bench-000", anybody).at("/messages/records"))
        .as("of a chat that got nothing yet")
        .hasSize(1);
  }

  private static String send(String number, String text) {
    return JSON.createObjectNode().put("number", number).put("text", text).toString();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return answer(request(path).GET());
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    return answer(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }
}
