package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.tulpar.simulator.history.Author;
import org.tulpar.simulator.history.ChatLine;
import org.tulpar.simulator.history.Chats;
import org.tulpar.simulator.history.Feed;
import org.tulpar.simulator.history.Journal;
import org.tulpar.simulator.history.Tick;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Handler;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** {@code /chat/*}: what the application asks about chats and shows in them. */
public final class ChatRoutes {

  private static final int PAGE = 50;

  private final Instances instances;
  private final Chats chats;
  private final Journal journal;
  private final Feed feed;

  public ChatRoutes(Instances instances, Chats chats, Journal journal, Feed feed) {
    this.instances = instances;
    this.chats = chats;
    this.journal = journal;
    this.feed = feed;
  }

  public void on(Router router) {
    on(router, "findMessages", this::findMessages);
    on(router, "whatsappNumbers", this::numbers);
    on(router, "markMessageAsRead", this::markRead);
    on(router, "sendPresence", this::presence);
    on(router, "getBase64FromMediaMessage", this::file);
  }

  private static void on(Router router, String call, Handler handler) {
    var path = "/chat/" + call + "/{instance}";
    router.on(new EvolutionErrors(), "POST", path, InstanceRoutes.keyed(handler));
  }

  private Instance instance(Exchange exchange) {
    return instances.get(exchange.variable("instance"));
  }

  private void findMessages(Exchange exchange) throws IOException, MalformedJson {
    var instance = instance(exchange);
    var body = exchange.json();
    var jid = body.path("where").path("key").path("remoteJid").asText("");
    var all = lines(instance, jid);
    var size = Math.max(1, body.path("offset").asInt(PAGE));
    var page = Math.max(1, body.path("page").asInt(1));
    var answer = Json.object();
    var messages =
        answer
            .putObject("messages")
            .put("total", all.size())
            .put("pages", (all.size() + size - 1) / size)
            .put("currentPage", page);
    var records = messages.putArray("records");
    page(all, page, size).forEach(line -> records.add(record(line)));
    exchange.answer(200, answer);
  }

  /** Of one chat or, when none is named, of the instance; newest first. */
  private List<ChatLine> lines(Instance instance, String jid) {
    var all =
        jid.isEmpty() ? chats.lines(instance.name()) : chats.lines(instance.chat(jid)).reversed();
    // The row of what the application has taken back is removed.
    return all.stream()
        .filter(line -> line.author() != Author.APPLICATION || !line.state().gone())
        .toList();
  }

  private static List<ChatLine> page(List<ChatLine> all, int page, int size) {
    return all.stream().skip((long) (page - 1) * size).limit(size).toList();
  }

  private static ObjectNode record(ChatLine line) {
    var told = line.data();
    var row = Json.object().put("id", Ids.row());
    for (var field :
        List.of(
            "key",
            "pushName",
            "messageType",
            "message",
            "messageTimestamp",
            "instanceId",
            "source",
            "contextInfo")) {
      row.set(field, told.path(field).isMissingNode() ? null : told.get(field));
    }
    row.putArray("MessageUpdate");
    return row;
  }

  private void numbers(Exchange exchange) throws IOException, MalformedJson {
    var instance = instance(exchange);
    var rows = Json.array();
    for (var number : exchange.json().path("numbers")) {
      var chat = instance.chat(number.asText());
      var row =
          rows.addObject()
              .put("jid", chat.jid())
              .put("exists", !chat.customer().endsWith("0000000"))
              .put("number", number.asText());
      var name = instance.nameOf(chat.jid());
      if (name != null) {
        row.put("name", name);
      }
    }
    exchange.answer(200, rows);
  }

  private void markRead(Exchange exchange) throws IOException, MalformedJson {
    var instance = instance(exchange);
    for (var message : exchange.json().path("readMessages")) {
      var chat = instance.chat(message.path("remoteJid").asText());
      chats.tick(chat, message.path("id").asText(), Tick.READ);
      journal.write(chat, "read", Json.object());
    }
    exchange.answer(201, Json.object().put("message", "Read messages").put("read", "success"));
  }

  /** A message's file, decrypted. */
  private void file(Exchange exchange) throws IOException, MalformedJson {
    var instance = instance(exchange);
    var id = exchange.json().at("/message/key/id").asText("");
    var file =
        chats
            .find(instance.name(), id)
            .map(ChatLine::file)
            .orElseThrow(() -> EvolutionErrors.badRequest("Message not found"));
    exchange.answer(
        201,
        Json.object()
            .put("mediaType", Content.kind(file.type()) + "Message")
            .put("fileName", file.name())
            .put("mimetype", file.type())
            .put("base64", Base64.getEncoder().encodeToString(file.bytes())));
  }

  private void presence(Exchange exchange) throws IOException, MalformedJson {
    var instance = instance(exchange);
    var body = exchange.json();
    var presence = body.path("presence").asText("");
    var chat = instance.chat(body.path("number").asText(""));
    var shown = presence.equals("composing") ? body.path("delay").asLong(5_000) : 0;
    feed.publish(chat, "typing", Json.object().put("ms", shown));
    journal.write(chat, "presence", Json.object().put("detail", presence));
    exchange.answer(201, Json.object().put("presence", presence));
  }
}
