package org.tulpar.simulator.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.tulpar.simulator.http.Json;

/**
 * One message of a chat.
 *
 * @param data as Evolution told it (key, message, messageType, messageTimestamp …)
 */
public record ChatLine(
    String id, Author author, String text, Instant at, Tick tick, JsonNode data) {

  ChatLine with(Tick next) {
    return new ChatLine(id, author, text, at, next, data);
  }

  /** As the page shows it. */
  ObjectNode json() {
    return Json.object()
        .put("id", id)
        .put("author", author.name())
        .put("text", text)
        .put("type", data.path("messageType").asText())
        .put("at", at.toEpochMilli())
        .put("tick", tick.name());
  }
}
