package org.tulpar.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests as the world outside makes them. */
final class Http {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Http() {}

  /** Asks with these headers: name, value, name, value … */
  static HttpResponse<String> get(String url, String... headers) {
    return send(with(headers, HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT)));
  }

  static HttpResponse<String> post(String url, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  static HttpResponse<String> delete(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).DELETE().build());
  }

  static HttpResponse<String> webhook(Demo.Channel channel, String body) {
    return webhook(channel, body.getBytes(StandardCharsets.UTF_8));
  }

  static HttpResponse<String> webhook(Demo.Channel channel, byte[] body) {
    return channel.secret() == null
        ? post(channel.webhook(), body)
        : post(channel.webhook(), body, "Authorization", "Bearer " + channel.secret());
  }

  /** Posts JSON with these headers: name, value, name, value … */
  static HttpResponse<String> post(String url, byte[] body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(with(headers, request));
  }

  private static HttpRequest with(String[] headers, HttpRequest.Builder request) {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
