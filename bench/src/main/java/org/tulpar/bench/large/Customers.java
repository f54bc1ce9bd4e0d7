package org.tulpar.bench.large;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** People who write on WhatsApp: their gateway posts each message, on a schedule. */
final class Customers {

  private static final int OK = 200;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI webhook;
  private final Door door;

  Customers(String url, Door door) {
    this.webhook = URI.create(url + "/webhooks/evolution/" + door.key());
    this.door = door;
  }

  /** One message of one of them; the answer is awaited. */
  void writes(String address, String text) throws IOException, InterruptedException {
    var status = client.send(message(address, text), BodyHandlers.discarding()).statusCode();
    if (status != OK) {
      throw new IOException("a webhook is answered with " + status);
    }
  }

  /** All of them in turns, so many messages a second; a message that is refused is an exception. */
  void write(List<String> addresses, int rate, Duration howLong) throws IOException {
    var refused = new AtomicInteger();
    var begun = System.nanoTime();
    var number = Math.toIntExact(rate * howLong.toSeconds());
    var sent = new CompletableFuture<?>[number];
    for (int i = 0; i < number; i++) {
      var due = begun + i * 1_000_000_000L / rate;
      for (var now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      var request = message(addresses.get(i % addresses.size()), "Есть места на июль? " + i);
      sent[i] =
          client
              .sendAsync(request, BodyHandlers.discarding())
              .thenAccept(
                  answer -> {
                    if (answer.statusCode() != OK) {
                      refused.incrementAndGet();
                    }
                  });
    }
    try {
      CompletableFuture.allOf(sent).join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
    if (refused.get() > 0) {
      throw new IOException(refused + " webhooks were refused");
    }
  }

  private HttpRequest message(String address, String text) {
    var body =
        """
        {"event":"messages.upsert","instance":"%s","data":{"key":{"remoteJid":"%s","fromMe":false,"id":"%s"},\
        "pushName":"Гость","message":{"conversation":"%s"},"messageType":"conversation","messageTimestamp":%d}}\
        """
            .formatted(
                door.instance(), address, UUID.randomUUID(), text, Instant.now().getEpochSecond());
    return HttpRequest.newBuilder(webhook)
        .timeout(LIMIT)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + door.secret())
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
