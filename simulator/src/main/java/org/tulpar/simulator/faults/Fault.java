package org.tulpar.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.PlainSurface;

/**
 * One order of trouble.
 *
 * @param times how many requests it is for; 0 = until it is taken back
 * @param delay before the request is looked at (SLOW)
 * @param instance only this instance of the gateway, or null for any
 */
public record Fault(
    FaultTarget target, FaultMode mode, int times, Duration delay, String instance) {

  static Fault of(JsonNode body) {
    var delay = body.path("delayMs").asLong(0);
    var times = body.path("times").asInt(1);
    if (delay < 0 || times < 0) {
      throw PlainSurface.problem(400, "times and delayMs may not be negative");
    }
    return new Fault(
        FaultTarget.of(body.path("target").asText()),
        FaultMode.of(body.path("mode").asText()),
        times,
        Duration.ofMillis(delay),
        body.path("instance").asText(null));
  }

  boolean concerns(FaultTarget asked, String name) {
    return target == asked && (instance == null || instance.equals(name));
  }

  ObjectNode json() {
    return Json.object()
        .put("target", target.word())
        .put("mode", mode.word())
        .put("times", times)
        .put("delayMs", delay.toMillis())
        .put("instance", instance);
  }
}
