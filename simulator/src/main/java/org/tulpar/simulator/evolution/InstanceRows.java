package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tulpar.simulator.http.Json;

/** Instances in the shapes Evolution answers, fields in its order. */
final class InstanceRows {

  private InstanceRows() {}

  static ObjectNode state(Instance instance) {
    var answer = Json.object();
    answer
        .putObject("instance")
        .put("instanceName", instance.name())
        .put("state", instance.state().word());
    return answer;
  }

  static ObjectNode reference(Instance instance) {
    return Json.object().put("instanceName", instance.name()).put("instanceId", instance.id());
  }

  static ObjectNode created(Instance instance) {
    var answer = Json.object();
    answer
        .putObject("instance")
        .put("instanceName", instance.name())
        .put("instanceId", instance.id())
        .put("integration", instance.integration())
        .putNull("webhookWaBusiness")
        .put("accessTokenWaBusiness", "")
        .put("status", instance.state().word());
    answer.put("hash", instance.token());
    webhook(instance.webhook(), answer.putObject("webhook"));
    for (var other : new String[] {"websocket", "rabbitmq", "nats", "sqs"}) {
      answer.putObject(other);
    }
    answer.set("settings", settings());
    if (instance.code() != null) {
      answer.set("qrcode", instance.code().json());
    }
    return answer;
  }

  private static void webhook(Webhook webhook, ObjectNode into) {
    if (webhook != null) {
      into.put("webhookUrl", webhook.url());
      var headers = into.putObject("webhookHeaders");
      webhook.headers().forEach(headers::put);
      into.put("webhookByEvents", webhook.byEvents()).put("webhookBase64", webhook.base64());
    }
  }

  private static ObjectNode settings() {
    return Json.object()
        .put("rejectCall", false)
        .put("msgCall", "")
        .put("groupsIgnore", false)
        .put("alwaysOnline", false)
        .put("readMessages", false)
        .put("readStatus", false)
        .put("syncFullHistory", false)
        .put("wavoipToken", "");
  }

  static ObjectNode row(Instance instance) {
    var row =
        Json.object()
            .put("id", instance.id())
            .put("name", instance.name())
            .put("connectionStatus", instance.state().word())
            .put("ownerJid", instance.ownJid())
            .put("profileName", instance.title())
            .putNull("profilePicUrl")
            .put("integration", instance.integration())
            .put("number", instance.number())
            .putNull("businessId")
            .put("token", instance.token())
            .put("clientName", "tulpar_simulator");
    for (var absent : new String[] {"ReasonCode", "Object", "At"}) {
      row.putNull("disconnection" + absent);
    }
    row.put("createdAt", instance.createdAt().toString())
        .put("updatedAt", instance.createdAt().toString());
    for (var other : new String[] {"Chatwoot", "Proxy", "Rabbitmq", "Nats", "Sqs", "Websocket"}) {
      row.putNull(other);
    }
    row.set("Setting", settings());
    row.putObject("_count").put("Message", 0).put("Contact", 0).put("Chat", 0);
    return row;
  }
}
