package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.tulpar.simulator.http.Json;

/**
 * What stands around an event's data. The time is the local wall clock with a false Z, as in the
 * real one.
 */
public final class Envelope {

  private static final DateTimeFormatter WALL_CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

  private final Clock clock;
  private final String serverUrl;

  public Envelope(Clock clock, String serverUrl) {
    this.clock = clock;
    this.serverUrl = serverUrl;
  }

  ObjectNode around(Instance instance, Webhook webhook, String event, JsonNode data) {
    var body = Json.object().put("event", event).put("instance", instance.name());
    body.set("data", data);
    body.put("destination", webhook.url())
        .put("date_time", LocalDateTime.now(clock).format(WALL_CLOCK));
    if (instance.integration().equals("WHATSAPP-BAILEYS")) {
      body.put("sender", instance.ownJid());
    }
    return body.put("server_url", serverUrl).putNull("apikey");
  }
}
