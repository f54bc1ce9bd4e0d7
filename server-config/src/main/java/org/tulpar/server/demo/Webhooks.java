package org.tulpar.server.demo;

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
import org.tulpar.server.machine.Refusal;

/** Tells the simulated gateways where our webhooks are, as an operator tells Evolution API. */
public final class Webhooks {

  private static final Map<String, String> BRANDS =
      Map.of(
          "TELEGRAM", "Telegram",
          "WHATSAPP_CLOUD", "WhatsApp Cloud API",
          "CHAT2DESK", "Chat2Desk");

  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  public void register(Demo demo) {
    for (var company : demo.organizations()) {
      for (var channel : company.channels()) {
        if (channel.type().equals("EVOLUTION")) {
          tell(
              demo,
              "/webhook/set/" + channel.instance(),
              channel,
              Map.of("webhook", webhook(demo, channel)));
          tell(demo, "/control/instances", channel, title(demo, company, channel));
        } else {
          tell(demo, "/control/accounts", channel, account(demo, company, channel));
        }
      }
    }
  }

  /** What the setup page of a provider is told: where to post, and with which secret. */
  private static Map<String, ?> account(Demo demo, Demo.Company company, Demo.Channel channel) {
    return Map.of(
        "type", channel.type(),
        "instance", channel.instance(),
        "url", channel.webhook(demo.url()),
        "secret", channel.secret(),
        "key", channel.apiKey(),
        "title", company.name() + ", " + BRANDS.get(channel.type()),
        "crmUrl", demo.url());
  }

  /** How the practice phone names the channel, and where it leads to. */
  private static Map<String, ?> title(Demo demo, Demo.Company company, Demo.Channel channel) {
    return Map.of("instance", channel.instance(), "title", company.name(), "crmUrl", demo.url());
  }

  private void tell(Demo demo, String path, Demo.Channel channel, Map<String, ?> content) {
    var target = demo.simulatorUrl() + path;
    var request =
        HttpRequest.newBuilder(URI.create(target))
            .timeout(Duration.ofSeconds(10))
            .header("apikey", channel.apiKey())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json(content)))
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new Refusal(
            "The simulator did not take the settings of %s: %d %s"
                .formatted(channel.instance(), response.statusCode(), response.body()));
      }
    } catch (IOException e) {
      throw new Refusal("The simulator did not answer at %s: %s.".formatted(target, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }

  private static Map<String, ?> webhook(Demo demo, Demo.Channel channel) {
    return Map.of(
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
  }

  private static String json(Map<String, ?> content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
