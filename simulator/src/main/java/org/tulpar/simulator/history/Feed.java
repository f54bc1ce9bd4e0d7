package org.tulpar.simulator.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tulpar.simulator.http.Json;

/** Tells open pages at once what concerns their chat. */
public final class Feed {

  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  /** Opens a subscription; the caller closes it. */
  public Subscription subscribe(ChatKey key) {
    var subscription = new Subscription(key, subscriptions::remove);
    subscriptions.add(subscription);
    return subscription;
  }

  /** Whether a page shows this chat now. */
  public boolean watched(ChatKey key) {
    return subscriptions.stream().anyMatch(subscription -> subscription.key().equals(key));
  }

  /** Tells the pages of one chat. */
  public void publish(ChatKey key, String event, JsonNode data) {
    for (var subscription : subscriptions) {
      if (subscription.key().equals(key)) {
        subscription.offer(event(event, data));
      }
    }
  }

  /** Tells every page. */
  public void publish(String event, JsonNode data) {
    subscriptions.forEach(subscription -> subscription.offer(event(event, data)));
  }

  /** A server-sent event. */
  public static String event(String name, JsonNode data) {
    var json = new String(Json.bytes(data), StandardCharsets.UTF_8);
    return "event: " + name + "\ndata: " + json + "\n\n";
  }
}
