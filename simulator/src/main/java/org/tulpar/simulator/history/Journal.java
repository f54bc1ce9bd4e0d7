package org.tulpar.simulator.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tulpar.simulator.http.Json;

/** What the outside world saw, newest kept; an entry states a fact and its measured time. */
public final class Journal {

  private static final int LIMIT = 500;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Feed feed;
  private final Clock clock;
  private long last;

  private record Entry(ChatKey key, ObjectNode json) {}

  public Journal(Feed feed, Clock clock) {
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * Writes an entry.
   *
   * @param key the chat, or null when it belongs to none
   */
  public void write(ChatKey key, String kind, ObjectNode detail) {
    synchronized (this) {
      detail.put("kind", kind).put("at", clock.millis()).put("number", ++last);
      entries.add(new Entry(key, detail));
      if (entries.size() > LIMIT) {
        entries.removeFirst();
      }
    }
    if (key == null) {
      feed.publish("journal", detail);
    } else {
      feed.publish(key, "journal", detail);
    }
  }

  /** The entries of a chat and those that belong to none, oldest first. */
  public synchronized ArrayNode json(ChatKey key) {
    var list = Json.array();
    for (var entry : entries) {
      if (entry.key() == null || entry.key().equals(key)) {
        list.add(entry.json());
      }
    }
    return list;
  }
}
