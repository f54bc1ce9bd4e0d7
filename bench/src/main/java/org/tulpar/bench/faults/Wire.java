package org.tulpar.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** HTTP on loopback. */
final class Wire {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private Wire() {}

  static String get(String url) throws IOException, InterruptedException {
    return taken(request(url, Duration.ofSeconds(30)).build());
  }

  static void post(String url, String key, String body) throws IOException, InterruptedException {
    taken(
        request(url, Duration.ofSeconds(10))
            .header("apikey", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  static void delete(String url) throws IOException, InterruptedException {
    taken(request(url, Duration.ofSeconds(10)).DELETE().build());
  }

  /** As a gateway delivers a webhook: the status, whatever it is. */
  static int deliver(String url, String secret, String body)
      throws IOException, InterruptedException {
    var request =
        request(url, Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static HttpRequest.Builder request(String url, Duration limit) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(limit);
  }

  private static String taken(HttpRequest request) throws IOException, InterruptedException {
    var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException("%s: %d".formatted(request.uri(), response.statusCode()));
    }
    return response.body();
  }
}
