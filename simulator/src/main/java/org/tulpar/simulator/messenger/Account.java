package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tulpar.simulator.history.ChatKey;
import org.tulpar.simulator.http.Json;

/**
 * A bot, a number or a channel that is connected to the application.
 *
 * @param instance the bot's number, the number's id, the channel's id
 * @param url where its webhooks go
 * @param secret shown in a header, or the key of the signature
 */
public record Account(
    Dialect dialect, String instance, String url, String secret, String title, String crmUrl) {

  ChatKey chat(String number) {
    return ChatKey.of(instance, number);
  }

  /** As the page lists it among the instances. */
  public ObjectNode row() {
    return Json.object()
        .put("instance", instance)
        .put("title", title)
        .put("crmUrl", crmUrl)
        .put("state", "open")
        .put("type", dialect.type());
  }
}
