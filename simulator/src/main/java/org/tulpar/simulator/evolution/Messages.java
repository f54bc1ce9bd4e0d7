package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
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
    if (letter.content().quoted() != null) {
      data.set("contextInfo", reply(letter.content()));
    } else if (!letter.content().type().equals("conversation")) {
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
    if (content.message().path(content.type()) instanceof ObjectNode inner) {
      inner.set("contextInfo", contextInfo());
    }
    data.set("contextInfo", content.quoted() == null ? contextInfo() : reply(content));
    return data.put("messageType", content.type())
        .put("messageTimestamp", clock.instant().getEpochSecond())
        .put("instanceId", instance.id())
        .put("source", "web");
  }

  /** A sign on a message, put by the customer or, through the application, by the organization. */
  ObjectNode reaction(Instance instance, String jid, Reaction reaction) {
    var data = Json.object();
    data.putObject("key")
        .put("remoteJid", jid)
        .put("fromMe", reaction.byApplication())
        .put("id", Ids.message());
    data.put("pushName", reaction.byApplication() ? "Você" : reaction.name());
    data.put("status", reaction.byApplication() ? "PENDING" : "DELIVERY_ACK");
    var told = data.putObject("message").putObject("reactionMessage");
    told.putObject("key")
        .put("remoteJid", jid)
        .put("fromMe", reaction.onOurs())
        .put("id", reaction.target());
    told.put("text", reaction.sign()).put("senderTimestampMs", clock.millis());
    return data.put("messageType", "reactionMessage")
        .put("messageTimestamp", clock.instant().getEpochSecond())
        .put("instanceId", instance.id())
        .put("source", reaction.byApplication() ? "web" : "unknown");
  }

  /**
   * A reaction on its way.
   *
   * @param onOurs whether the message is the organization's
   * @param sign empty when it is taken back
   */
  record Reaction(String target, boolean onOurs, String sign, boolean byApplication, String name) {}

  /** The bare protocol message by which an edit is told. */
  ObjectNode edit(String jid, String target, String words) {
    var data = Json.object();
    data.putObject("key").put("remoteJid", jid).put("fromMe", false).put("id", target);
    data.put("type", "MESSAGE_EDIT").putObject("editedMessage").put("conversation", words);
    return data.put("timestampMs", Long.toString(clock.millis()));
  }

  /** The protocol message by which an edit or a deletion of the application goes out. */
  ObjectNode protocol(String jid, String target, String type) {
    var data = Json.object();
    data.putObject("key").put("remoteJid", jid).put("fromMe", true).put("id", target);
    return data.put("type", type);
  }

  ObjectNode edit(ObjectNode protocol, String words) {
    protocol.putObject("editedMessage").put("conversation", words);
    return protocol.put("timestampMs", Long.toString(clock.millis()));
  }

  /** What an edit or a deletion of the application is answered with. */
  ObjectNode changed(String jid, ObjectNode protocol) {
    var data = Json.object();
    data.putObject("key").put("remoteJid", jid).put("fromMe", true).put("id", Ids.message());
    data.putObject("message").set("protocolMessage", protocol);
    return data.put("messageTimestamp", Long.toString(clock.instant().getEpochSecond()))
        .put("status", "PENDING");
  }

  /** The whole row of a message that the application has taken back. */
  static ObjectNode deletedRow(Instance instance, JsonNode told) {
    var row = Json.object().put("id", Ids.row()).put("instanceId", instance.id());
    row.set("key", told.path("key"));
    row.set("messageType", told.path("messageType"));
    row.put("status", "DELETED").put("source", "web");
    row.set("messageTimestamp", told.path("messageTimestamp"));
    row.set("pushName", told.path("pushName"));
    row.putNull("participant");
    row.set("message", told.path("message"));
    return row;
  }

  /** The bare key by which a deletion is told. */
  static ObjectNode deletion(String jid, String target) {
    return Json.object().put("remoteJid", jid).put("fromMe", false).put("id", target);
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
