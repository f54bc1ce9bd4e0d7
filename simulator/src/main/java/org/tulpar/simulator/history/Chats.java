package org.tulpar.simulator.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tulpar.simulator.http.Json;

/** The recent chats as phones show them; the least recently used leave first. */
public final class Chats {

  private static final int LINES = 20_000;
  private static final int LINES_PER_CHAT = 300;

  private final Map<ChatKey, List<ChatLine>> chats = new LinkedHashMap<>(64, .75f, true);
  private final Feed feed;
  private int lines;

  public Chats(Feed feed) {
    this.feed = feed;
  }

  public void add(ChatKey key, ChatLine line) {
    synchronized (this) {
      var chat = chats.computeIfAbsent(key, k -> new ArrayList<>());
      chat.add(line);
      lines++;
      if (chat.size() > LINES_PER_CHAT) {
        chat.removeFirst();
        lines--;
      }
      forgetOldest();
    }
    feed.publish(key, "line", line.json());
  }

  private void forgetOldest() {
    var oldest = chats.values().iterator();
    while (lines > LINES && chats.size() > 1) {
      lines -= oldest.next().size();
      oldest.remove();
    }
  }

  /** Moves a message's tick forward; a tick that came before is ignored. */
  public void tick(ChatKey key, String id, Tick tick) {
    Optional<ChatLine> moved;
    synchronized (this) {
      moved =
          lines(key).stream()
              .filter(line -> line.id().equals(id) && line.tick().compareTo(tick) < 0)
              .findFirst()
              .map(line -> line.with(tick));
      moved.ifPresent(line -> chats.get(key).replaceAll(old -> old.id().equals(id) ? line : old));
    }
    moved.ifPresent(line -> feed.publish(key, "tick", line.json()));
  }

  /** Changes a message; does nothing when it is not kept any more. */
  public Optional<ChatLine> change(ChatKey key, String id, UnaryOperator<ChatLine> change) {
    Optional<ChatLine> changed;
    synchronized (this) {
      changed = lines(key).stream().filter(line -> line.id().equals(id)).findFirst().map(change);
      changed.ifPresent(line -> chats.get(key).replaceAll(old -> old.id().equals(id) ? line : old));
    }
    changed.ifPresent(line -> feed.publish(key, "change", line.json()));
    return changed;
  }

  /** The message of this id, in whichever chat of the instance. */
  public Optional<ChatLine> find(String instance, String id) {
    return lines(instance).stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** The lines of a chat, oldest first. */
  public synchronized List<ChatLine> lines(ChatKey key) {
    return List.copyOf(chats.getOrDefault(key, List.of()));
  }

  /** The lines of all chats of an instance, newest first. */
  public synchronized List<ChatLine> lines(String instance) {
    return chats.entrySet().stream()
        .filter(chat -> chat.getKey().instance().equals(instance))
        .flatMap(chat -> chat.getValue().stream())
        .sorted(Comparator.comparing(ChatLine::at).reversed())
        .toList();
  }

  public ArrayNode json(ChatKey key) {
    var list = Json.array();
    lines(key).forEach(line -> list.add(line.json()));
    return list;
  }
}
