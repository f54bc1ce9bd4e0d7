package org.tulpar.simulator.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tulpar.simulator.evolution.Instances;
import org.tulpar.simulator.evolution.Receipts;
import org.tulpar.simulator.history.ChatKey;
import org.tulpar.simulator.history.Chats;
import org.tulpar.simulator.history.Feed;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.history.Journal;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.PlainSurface;
import org.tulpar.simulator.http.Router;
import org.tulpar.simulator.messenger.Messengers;

/** The page, its files and its stream of events; {@code GET /} tells API clients the version. */
public final class PhoneRoutes {

  private final PhonePage page = new PhonePage();
  private final Instances instances;
  private final Receipts receipts;
  private final Chats chats;
  private final Journal journal;
  private final Feed feed;
  private final Messengers messengers;
  private final FileShelf shelf;

  public PhoneRoutes(
      Instances instances,
      Receipts receipts,
      Chats chats,
      Journal journal,
      Feed feed,
      Messengers messengers,
      FileShelf shelf) {
    this.shelf = shelf;
    this.instances = instances;
    this.receipts = receipts;
    this.chats = chats;
    this.journal = journal;
    this.feed = feed;
    this.messengers = messengers;
  }

  public void on(Router router) {
    var plain = new PlainSurface();
    router.on(plain, "GET", "/", this::root);
    router.on(plain, "GET", "/phone", page::show);
    router.on(plain, "GET", "/phone/events", this::events);
    router.on(plain, "GET", "/phone/{file}", page::file);
    router.on(plain, "GET", "/phone/file/{id}", this::file);
  }

  private void root(Exchange exchange) throws IOException {
    if (exchange.header("Accept").orElse("").contains("text/html")) {
      page.show(exchange);
    } else {
      exchange.answer(200, welcome());
    }
  }

  /** A file of a message; shown only as what it cannot harm by. */
  private void file(Exchange exchange) throws IOException {
    var file =
        shelf
            .find(exchange.variable("id"))
            .orElseThrow(() -> PlainSurface.problem(404, "the file is not kept any more"));
    var shown = file.type().matches("(image/(png|jpeg|gif|webp)|(audio|video)/[\\w.+-]+)(;.*)?");
    exchange.set("X-Content-Type-Options", "nosniff");
    exchange.set("Content-Security-Policy", "default-src 'none'; sandbox");
    exchange.set("Content-Disposition", shown ? "inline" : "attachment");
    exchange.answer(200, shown ? file.type() : "application/octet-stream", file.bytes());
  }

  private static ObjectNode welcome() {
    return Json.object()
        .put("status", 200)
        .put("message", "Welcome to the Evolution API, it is working!")
        .put("version", "2.3.6")
        .put("clientName", "tulpar_simulator")
        .put("documentation", "https://doc.evolution-api.com")
        .put("whatsappWebVersion", "2.3000.1027934701");
  }

  /** Server-sent events of one chat; while they run, the customer's page counts as open. */
  private void events(Exchange exchange) throws IOException, InterruptedException {
    var name = exchange.query("instance").orElse("");
    // An account of another messenger has no such instance; anything else must be one.
    var instance = messengers.find(name).isPresent() ? null : instances.get(name);
    var chat = ChatKey.of(name, exchange.query("number").orElse(""));
    exchange.set("Cache-Control", "no-store");
    try (var subscription = feed.subscribe(chat);
        var out = exchange.stream("text/event-stream; charset=utf-8")) {
      var start = Json.object();
      start.set("lines", chats.json(chat));
      start.set("journal", journal.json(chat));
      out.write(Feed.event("start", start).getBytes(StandardCharsets.UTF_8));
      out.flush();
      if (instance != null) {
        receipts.opened(instance, chat);
      }
      while (!subscription.overrun()) {
        out.write(subscription.next().getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
  }
}
