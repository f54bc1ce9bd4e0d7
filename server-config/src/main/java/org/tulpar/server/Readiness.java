package org.tulpar.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether the application says that it is ready, asked on loopback where the public cannot. */
final class Readiness {

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI health;
  private String last = "no answer";

  Readiness(Ports ports) {
    this.health = URI.create("http://127.0.0.1:%d/health/ready".formatted(ports.internal()));
  }

  boolean isReady() {
    var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(10)).build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      last = response.statusCode() == 503 ? response.body() : "HTTP " + response.statusCode();
      return response.statusCode() == 200;
    } catch (IOException e) {
      last = e.toString();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }

  /** The last answer that was not a yes. */
  String lastAnswer() {
    return last;
  }
}
