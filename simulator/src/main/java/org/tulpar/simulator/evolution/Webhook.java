package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tulpar.simulator.http.Json;

/** Where an instance posts its events; an empty list of events means all of them. */
record Webhook(
    String id,
    String url,
    Map<String, String> headers,
    boolean enabled,
    List<String> events,
    boolean byEvents,
    boolean base64,
    Instant createdAt,
    Instant updatedAt) {

  /** The real one keeps headers as jsonb, which orders keys by length. */
  private static final Comparator<String> STORED_ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  static Webhook of(JsonNode settings, Webhook before, Instant now) {
    var headers = new TreeMap<String, String>(STORED_ORDER);
    settings
        .path("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
    var events = new ArrayList<String>();
    settings.path("events").forEach(event -> events.add(event.asText()));
    var enabled = settings.path("enabled").asBoolean(true);
    return new Webhook(
        before == null ? Ids.row() : before.id,
        settings.path("url").asText(),
        Collections.unmodifiableMap(headers),
        enabled,
        enabled ? List.copyOf(events) : List.of(),
        settings.path("byEvents").asBoolean(false),
        settings.path("base64").asBoolean(false),
        before == null ? now : before.createdAt,
        now);
  }

  boolean wants(String event) {
    return enabled && (events.isEmpty() || events.contains(EventNames.subscription(event)));
  }

  String urlOf(String event) {
    return byEvents ? url + "/" + EventNames.path(event) : url;
  }

  /** The row as {@code /webhook/find} shows it. */
  ObjectNode json(String instanceId) {
    var row = Json.object().put("id", id).put("url", url);
    var sent = row.putObject("headers");
    headers.forEach(sent::put);
    row.put("enabled", enabled);
    var names = row.putArray("events");
    events.forEach(names::add);
    return row.put("webhookByEvents", byEvents)
        .put("webhookBase64", base64)
        .put("createdAt", createdAt.toString())
        .put("updatedAt", updatedAt.toString())
        .put("instanceId", instanceId);
  }
}
