package org.tulpar.server.bench;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tulpar.server.machine.Ports;
import org.tulpar.server.machine.Progress;
import org.tulpar.server.machine.Refusal;

/** Asks the running application for organizations, a few at a time; who exists stays one. */
final class Openings {

  /** The one channel of an organization of the same name. */
  record Channel(String key, String secret, String apiKey) {}

  private static final int AT_ONCE = 8;
  private static final int TELL_EVERY = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Ports ports;
  private final String operatorKey;
  private final Progress progress;

  Openings(Ports ports, String operatorKey, Progress progress) {
    this.ports = ports;
    this.operatorKey = operatorKey;
    this.progress = progress;
  }

  /** Ends with the first that is not opened; those behind it are not asked for. */
  void open(List<Channel> channels) {
    try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      var answers = channels.stream().map(one -> workers.submit(() -> open(one))).toList();
      try {
        for (int i = 0; i < answers.size(); i++) {
          if (i > 0 && i % TELL_EVERY == 0) {
            progress.reached(i);
          }
          await(answers.get(i));
        }
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private static void await(Future<?> answer) {
    try {
      answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refusal refusal
          ? refusal
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }

  private void open(Channel channel) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/api/v1/organizations".formatted(ports.web())))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + operatorKey)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json(wanted(channel))))
            .build();
    try {
      require(channel, http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new Refusal(
          "The server does not answer at %s (%s): ./run --detach starts it."
              .formatted(request.uri(), e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }

  private static void require(Channel channel, HttpResponse<String> answer) {
    if (answer.statusCode() == 401) {
      throw new Refusal(
          "The server does not know the operator's key of this installation: ./run restart tells"
              + " it.");
    }
    if (answer.statusCode() / 100 != 2) {
      throw new Refusal(
          "%s was not opened: %d %s".formatted(channel.key(), answer.statusCode(), answer.body()));
    }
  }

  /** Nobody signs in, the bot repeats at once what the client says, and no limit holds it up. */
  private Map<String, ?> wanted(Channel channel) {
    return Map.of(
        "key",
        channel.key(),
        "name",
        channel.key(),
        "language",
        "en",
        "timeZone",
        "UTC",
        "glueSeconds",
        0,
        "rules",
        List.of(Map.of("kind", "ECHO", "template", "{text}")),
        "channel",
        Map.of(
            "name", channel.key(),
            "instance", channel.key(),
            "key", channel.key(),
            "secret", channel.secret(),
            "apiUrl", "http://127.0.0.1:" + ports.simulator(),
            "apiKey", channel.apiKey(),
            "perMinute", 0));
  }

  private static String json(Map<String, ?> content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
