package org.tulpar.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells the simulated gateways where our webhooks are, as an operator tells Evolution API. */
final class Webhooks {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  void register(Demo demo) {
    demo.channels().forEach(channel -> register(demo, channel));
  }

  private void register(Demo demo, Demo.Channel channel) {
    var target = demo.simulatorUrl() + "/webhook/set/" + channel.instance();
    var request =
        HttpRequest.newBuilder(URI.create(target))
            .timeout(Duration.ofSeconds(10))
            .header("apikey", channel.apiKey())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(demo, channel)))
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new Refusal(
            "The simulator did not take the webhook of %s: %d %s"
                .formatted(channel.instance(), response.statusCode(), response.body()));
      }
    } catch (IOException e) {
      throw new Refusal("The simulator did not answer at %s: %s.".formatted(target, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }

  private static String body(Demo demo, Demo.Channel channel) {
    var webhook =
        Map.of(
            "enabled",
            true,
            "url",
            channel.webhook(demo.url()),
            "headers",
            Map.of("Authorization", "Bearer " + channel.secret()),
            "byEvents",
            false,
            "base64",
            false,
            "events",
            List.of());
    try {
      return JSON.writeValueAsString(Map.of("webhook", webhook));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
