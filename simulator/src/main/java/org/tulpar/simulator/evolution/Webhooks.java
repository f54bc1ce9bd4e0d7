package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.tulpar.simulator.history.ChatKey;
import org.tulpar.simulator.history.Journal;
import org.tulpar.simulator.http.Json;

/**
 * Posts events to the application; each event goes on its own, so order is not kept, and a
 * repetition carries the same bytes.
 */
public final class Webhooks implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int AT_ONCE = 200;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final Envelope envelope;
  private final RetryRule retry;
  private final Later later;
  private final Journal journal;
  private final Clock clock;

  public Webhooks(Envelope envelope, RetryRule retry, Later later, Journal journal, Clock clock) {
    this.envelope = envelope;
    this.retry = retry;
    this.later = later;
    this.journal = journal;
    this.clock = clock;
  }

  /** Posts an event. */
  Posting post(Instance instance, ChatKey chat, String event, JsonNode data) {
    var webhook = instance.webhook();
    if (webhook == null || !webhook.wants(event)) {
      return Posting.over(Attempt.notSubscribed());
    }
    var body = envelope.around(instance, webhook, event, data);
    return post(
        webhook.urlOf(event),
        webhook.headers(),
        chat,
        event,
        detail(event, data),
        Json.bytes(body));
  }

  /** Posts a body that is already what its provider would send. */
  public Posting post(
      String url,
      Map<String, String> headers,
      ChatKey chat,
      String event,
      String detail,
      byte[] body) {
    return start(new Post(url, headers, chat, event, detail, body));
  }

  /** Posts a recorded body unchanged. */
  public Posting replay(Instance instance, JsonNode body) {
    var webhook = instance.webhook();
    if (webhook == null) {
      return Posting.over(Attempt.notSubscribed());
    }
    var jid = body.path("data").path("key").path("remoteJid").asText("");
    var chat = jid.isEmpty() ? null : instance.chat(jid);
    var event = body.path("event").asText();
    return post(webhook.urlOf(event), webhook.headers(), chat, event, "", Json.bytes(body));
  }

  private Posting start(Post post) {
    var posting = new Posting(new CompletableFuture<>(), new CompletableFuture<>());
    later.run(() -> attempt(post, 1, posting));
    return posting;
  }

  private record Post(
      String url,
      Map<String, String> headers,
      ChatKey chat,
      String event,
      String detail,
      byte[] body) {}

  private void attempt(Post post, int number, Posting posting) {
    var result = send(post);
    var again = retry.again(number, result.status());
    var wait = again ? retry.waitAfter(number) : Duration.ZERO;
    var entry =
        Json.object()
            .put("event", post.event())
            .put("detail", post.detail())
            .put("attempt", number)
            .put("status", result.status())
            .put("ms", result.millis())
            .put("error", result.error());
    journal.write(post.chat(), "webhook", again ? entry.put("againMs", wait.toMillis()) : entry);
    posting.first().complete(result);
    if (again) {
      later.run(wait, () -> attempt(post, number + 1, posting));
    } else {
      posting.last().complete(result);
    }
  }

  private Attempt send(Post post) {
    var start = clock.millis();
    try {
      slots.acquire();
      try {
        var answer = client.send(request(post), HttpResponse.BodyHandlers.discarding());
        return new Attempt(answer.statusCode(), clock.millis() - start, null);
      } finally {
        slots.release();
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Attempt(0, clock.millis() - start, reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Attempt(0, clock.millis() - start, "the simulator is stopping");
    }
  }

  private static HttpRequest request(Post post) {
    var request =
        HttpRequest.newBuilder(URI.create(post.url()))
            .timeout(TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofByteArray(post.body()))
            .setHeader("Accept", "application/json, text/plain, */*")
            .setHeader("Content-Type", "application/json")
            .setHeader("User-Agent", "axios/1.12.2");
    post.headers().forEach(request::setHeader);
    return request.build();
  }

  private static String reason(Exception e) {
    if (e instanceof ConnectException) {
      return "connection refused";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** What tells one event from another of its kind: the text, or the acknowledgement. */
  private static String detail(String event, JsonNode data) {
    if (event.equals("messages.update")) {
      return data.path("status").asText();
    }
    var message = data.path("message");
    return message.path("conversation").asText(data.path("messageType").asText(""));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
