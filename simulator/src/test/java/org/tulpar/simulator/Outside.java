package org.tulpar.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;

/** A simulator on a free port with an application behind its webhook, and a client to both. */
final class Outside implements AutoCloseable {

  static final String INSTANCE = "wa-1";
  static final String CUSTOMER = "77015550101";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final OutsideWorld world;
  final Application application;

  /** An answer; the body is null when it is not JSON. */
  record Answer(int status, JsonNode body, String text, HttpResponse<String> raw) {}

  Outside() throws IOException {
    world =
        OutsideWorld.open(new Options(0, .002, false), Clock.tickMillis(ZoneId.systemDefault()));
    application = new Application();
  }

  /** A simulator whose instance already posts to the application. */
  static Outside connected() throws IOException, InterruptedException {
    var outside = new Outside();
    outside.connect("{}");
    return outside;
  }

  void connect(String headers) throws IOException, InterruptedException {
    var settings =
        """
        {"webhook": {"enabled": true, "url": "%s", "headers": %s, "events": []}}
        """
            .formatted(application.url(), headers);
    var answer = post("/webhook/set/" + INSTANCE, settings);
    assert answer.status() == 201 : answer.text();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  Answer delete(String path, String body) throws IOException, InterruptedException {
    return send(request(path).method("DELETE", HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request = request(path);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Writes as the customer. */
  Answer write(String fields) throws IOException, InterruptedException {
    return post(
        "/control/customer",
        "{\"instance\":\"" + INSTANCE + "\",\"number\":\"" + CUSTOMER + "\"," + fields + "}");
  }

  Answer sendText(String text) throws IOException, InterruptedException {
    var body = Json.object().put("number", CUSTOMER).put("text", text);
    return post("/message/sendText/" + INSTANCE, body.toString());
  }

  HttpRequest.Builder request(String path) {
    return bare(path).header("apikey", "any");
  }

  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + path))
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "application/json");
  }

  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var raw = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    try {
      var bytes = raw.body().getBytes(StandardCharsets.UTF_8);
      return new Answer(raw.statusCode(), Json.parse(bytes), raw.body(), raw);
    } catch (MalformedJson e) {
      return new Answer(raw.statusCode(), null, raw.body(), raw);
    }
  }

  int port() {
    return world.port();
  }

  @Override
  public void close() {
    world.close();
    application.close();
    client.close();
  }
}
