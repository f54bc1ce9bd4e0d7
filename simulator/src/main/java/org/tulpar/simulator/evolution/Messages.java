package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import org.tulpar.simulator.http.Json;

/** Messages in the shape Evolution tells them, fields in its order. */
final class Messages {

  private static final Duration CHAT_SETTINGS_AGE = Duration.ofDays(2);

  private final Clock clock;

  Messages(Clock clock) {
    this.clock = clock;
  }

  /** What a customer, or a person on the connected phone, wrote. */
  ObjectNode written(Instance instance, Letter letter) {
    var data = Json.object();
    var key = data.putObject("key");
    key.put("remoteJid", letter.lid() == null ? letter.jid() : letter.lid());
    key.put("fromMe", letter.fromMe()).put("id", letter.id());
    if (letter.lid() != null) {
      key.put("remoteJidAlt", letter.jid()).put("addressingMode", "lid");
    }
    data.put("pushName", letter.fromMe() ? instance.title() : letter.name());
    data.put("status", letter.fromMe() ? "SERVER_ACK" : "DELIVERY_ACK");
    data.set("message", letter.content().message());
    if (!letter.content().type().equals("conversation")) {
      data.putNull("contextInfo");
    }
    return data.put("messageType", letter.content().type())
        .put("messageTimestamp", clock.instant().getEpochSecond())
        .put("instanceId", instance.id())
        .put("source", letter.fromMe() ? "android" : "unknown");
  }

  /** What the application sent. */
  ObjectNode sent(Instance instance, String jid, String id, Content content) {
    var data = Json.object();
    data.putObject("key").put("remoteJid", jid).put("fromMe", true).put("id", id);
    data.put("pushName", "Você").put("status", "PENDING");
    data.set("message", content.message());
    data.set("contextInfo", content.quoted() == null ? contextInfo() : reply(content));
    return data.put("messageType", content.type())
        .put("messageTimestamp", clock.instant().getEpochSecond())
        .put("instanceId", instance.id())
        .put("source", "web");
  }

  private ObjectNode contextInfo() {
    var info = Json.object();
    info.putArray("mentionedJid");
    info.putArray("groupMentions");
    info.putObject("ephemeralSettingTimestamp")
        .put("low", clock.instant().minus(CHAT_SETTINGS_AGE).getEpochSecond())
        .put("high", 0)
        .put("unsigned", false);
    info.putObject("disappearingMode").put("initiator", 0);
    return info;
  }

  private ObjectNode reply(Content content) {
    var info = contextInfo().put("participant", "");
    info.put("stanzaId", content.quoted().path("key").path("id").asText());
    info.set("quotedMessage", content.quoted().path("message"));
    return info;
  }

  /** An acknowledgement of a sent message. */
  static ObjectNode update(Instance instance, String jid, String id, String row, String status) {
    return Json.object()
        .put("keyId", id)
        .put("remoteJid", jid)
        .put("fromMe", true)
        .put("status", status)
        .put("instanceId", instance.id())
        .put("messageId", row);
  }

  /** A customer's card. */
  static ObjectNode contact(Instance instance, String jid, String name) {
    return Json.object()
        .put("remoteJid", jid)
        .put("pushName", name)
        .putNull("profilePicUrl")
        .put("instanceId", instance.id());
  }
}
