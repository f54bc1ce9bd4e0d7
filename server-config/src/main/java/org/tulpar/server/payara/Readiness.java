package org.tulpar.server.payara;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.tulpar.server.machine.Ports;
import org.tulpar.server.machine.Refusal;

/** Whether the application says that it is ready, asked on loopback where the public cannot. */
public final class Readiness {

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI health;
  private String last = "no answer";

  public Readiness(Ports ports) {
    this.health = URI.create("http://127.0.0.1:%d/health/ready".formatted(ports.internal()));
  }

  public boolean isReady() {
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
  public String lastAnswer() {
    return last;
  }
}
