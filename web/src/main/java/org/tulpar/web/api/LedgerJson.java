package org.tulpar.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import org.tulpar.dialogue.ledger.ChannelTally;
import org.tulpar.dialogue.ledger.LedgerPage;
import org.tulpar.dialogue.ledger.LedgerRow;

/** The ledger's words on the wire; what is not known is absent. */
final class LedgerJson {

  private LedgerJson() {}

  static JsonObject of(LedgerPage page) {
    var events = Json.createArrayBuilder();
    page.rows().forEach(row -> events.add(event(row)));
    var answer = Json.createObjectBuilder().add("events", events);
    if (page.before() != null) {
      answer.add("before", page.before());
    }
    return answer.build();
  }

  static JsonObject of(List<ChannelTally> tallies) {
    var channels = Json.createArrayBuilder();
    for (var tally : tallies) {
      channels.add(
          Json.createObjectBuilder()
              .add("channel", tally.channel().toString())
              .add("name", tally.name())
              .add("type", tally.type().name())
              .add("received", tally.received())
              .add("processed", tally.processed())
              .add("ignored", tally.ignored())
              .add("waiting", tally.waiting())
              .add("failed", tally.failed()));
    }
    return Json.createObjectBuilder().add("channels", channels).build();
  }

  private static JsonObjectBuilder event(LedgerRow row) {
    var event =
        Json.createObjectBuilder()
            .add("id", row.id())
            .add("channel", row.channel().toString())
            .add("type", row.eventType())
            .add("externalId", row.externalId())
            .add("status", row.status().name())
            .add("attempts", row.attempts())
            .add("receivedAt", row.receivedAt().toString());
    put(event, "reason", row.reason());
    put(event, "processedAt", row.processedAt());
    return event;
  }

  private static void put(JsonObjectBuilder event, String name, String text) {
    if (text != null) {
      event.add(name, text);
    }
  }

  private static void put(JsonObjectBuilder event, String name, Instant at) {
    put(event, name, at == null ? null : at.toString());
  }
}
