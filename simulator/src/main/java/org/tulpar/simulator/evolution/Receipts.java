package org.tulpar.simulator.evolution;

import java.time.Duration;
import java.util.Map;
import org.tulpar.simulator.history.Author;
import org.tulpar.simulator.history.ChatKey;
import org.tulpar.simulator.history.Chats;
import org.tulpar.simulator.history.Feed;
import org.tulpar.simulator.history.Tick;

/**
 * Acknowledges what the application sent: taken by the server, delivered, and read as soon as the
 * customer's page is open.
 */
public final class Receipts {

  private static final Duration SERVER = Duration.ofMillis(200);
  private static final Duration DELIVERED = Duration.ofMillis(600);
  private static final Duration READ = Duration.ofMillis(1400);
  private static final Map<Tick, String> WORDS =
      Map.of(
          Tick.CLOCK, "PENDING",
          Tick.SENT, "SERVER_ACK",
          Tick.DELIVERED, "DELIVERY_ACK",
          Tick.READ, "READ");

  private final Webhooks webhooks;
  private final Chats chats;
  private final Feed feed;
  private final Later later;

  public Receipts(Webhooks webhooks, Chats chats, Feed feed, Later later) {
    this.webhooks = webhooks;
    this.chats = chats;
    this.feed = feed;
    this.later = later;
  }

  /** Starts the acknowledgements of a message that was just accepted. */
  void follow(Instance instance, ChatKey chat, String jid, String id) {
    var row = Ids.row();
    later.run(SERVER, () -> tell(instance, chat, jid, id, row, Tick.SENT));
    later.run(DELIVERED, () -> tell(instance, chat, jid, id, row, Tick.DELIVERED));
    later.run(
        READ,
        () -> {
          if (feed.watched(chat)) {
            tell(instance, chat, jid, id, row, Tick.READ);
          }
        });
  }

  /** The customer opened the chat: everything delivered is read now. */
  public void opened(Instance instance, ChatKey chat) {
    for (var line : chats.lines(chat)) {
      if (line.author() == Author.APPLICATION && line.tick() == Tick.DELIVERED) {
        var jid = line.data().path("key").path("remoteJid").asText();
        tell(instance, chat, jid, line.id(), Ids.row(), Tick.READ);
      }
    }
  }

  private void tell(Instance instance, ChatKey chat, String jid, String id, String row, Tick tick) {
    var update = Messages.update(instance, jid, id, row, WORDS.get(tick));
    webhooks.post(instance, chat, "messages.update", update);
    chats.tick(chat, id, tick);
  }
}
