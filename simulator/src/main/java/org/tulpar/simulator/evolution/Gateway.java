package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tulpar.simulator.history.Author;
import org.tulpar.simulator.history.ChatKey;
import org.tulpar.simulator.history.ChatLine;
import org.tulpar.simulator.history.Chats;
import org.tulpar.simulator.history.SentLog;
import org.tulpar.simulator.history.Tick;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.PlainSurface;

/** What the gateway does: passes on what was written, accepts what is to be sent. */
public final class Gateway {

  private static final Duration CODE_LIVES = Duration.ofSeconds(40);
  private static final int MOST_CODES = 30;

  private final Messages messages;
  private final Webhooks webhooks;
  private final Receipts receipts;
  private final Chats chats;
  private final SentLog sent;
  private final Later later;
  private final Clock clock;

  public Gateway(
      Webhooks webhooks, Receipts receipts, Chats chats, SentLog sent, Later later, Clock clock) {
    this.messages = new Messages(clock);
    this.webhooks = webhooks;
    this.receipts = receipts;
    this.chats = chats;
    this.sent = sent;
    this.later = later;
    this.clock = clock;
  }

  /** Passes on what a customer, or a person on the connected phone, wrote. */
  public Posting pass(Instance instance, Letter letter) {
    var chat = instance.chat(letter.jid());
    var data = messages.written(instance, letter);
    var author = letter.fromMe() ? Author.MANAGER_PHONE : Author.CUSTOMER;
    var tick = letter.fromMe() ? Tick.DELIVERED : Tick.CLOCK;
    var text = letter.content().text();
    var file = letter.content().file();
    chats.add(chat, new ChatLine(letter.id(), author, text, clock.instant(), tick, data, file));
    var posting = webhooks.post(instance, chat, "messages.upsert", data);
    if (!letter.fromMe()) {
      introduce(instance, letter);
      var unused = posting.last().thenAccept(last -> tickWhenAccepted(instance, letter, last));
    }
    return posting;
  }

  /**
   * Keeps what was written and what somebody else passes on: it stands in the chat all the same.
   */
  public void keep(Instance instance, JsonNode data) {
    var chat = instance.chat(data.at("/key/remoteJid").asText());
    var ours = data.at("/key/fromMe").asBoolean();
    var author = ours ? Author.MANAGER_PHONE : Author.CUSTOMER;
    var id = data.at("/key/id").asText();
    var text = data.at("/message/conversation").asText("");
    chats.add(chat, new ChatLine(id, author, text, clock.instant(), Tick.DELIVERED, data));
  }

  private void tickWhenAccepted(Instance instance, Letter letter, Attempt last) {
    if (last.accepted()) {
      chats.tick(instance.chat(letter.jid()), letter.id(), Tick.SENT);
    }
  }

  private void introduce(Instance instance, Letter letter) {
    var unknown = instance.meet(letter.jid(), letter.name(), letter.lid());
    var jid = letter.lid() == null ? letter.jid() : letter.lid();
    webhooks.post(
        instance,
        instance.chat(letter.jid()),
        unknown ? "contacts.upsert" : "contacts.update",
        Messages.contact(instance, jid, letter.name()));
  }

  /** Accepts a message for sending and returns it as Evolution tells it. */
  ObjectNode accept(Instance instance, String number, Content content, JsonNode request) {
    var chat = instance.chat(number);
    var jid = number.contains("@") ? number : chat.jid();
    var id = Ids.message();
    var data = messages.sent(instance, jid, id, content);
    sent.add(instance.name(), number, kind(content), content.text(), id, clock.instant(), request);
    chats.add(
        chat,
        new ChatLine(
            id,
            Author.APPLICATION,
            content.text(),
            clock.instant(),
            Tick.CLOCK,
            data,
            content.file()));
    webhooks.post(instance, chat, "send.message", data);
    receipts.follow(instance, chat, jid, id);
    return data;
  }

  private static String kind(Content content) {
    var type = content.type();
    return type.equals("conversation") ? "text" : type.substring(0, type.indexOf("Message"));
  }

  /** Accepts a reaction of the application and returns it as Evolution tells it. */
  ObjectNode react(Instance instance, String jid, JsonNode request) {
    var chat = instance.chat(jid);
    var key = request.path("key");
    var sign = request.path("reaction").asText("");
    var target = key.path("id").asText();
    var reaction = new Messages.Reaction(target, key.path("fromMe").asBoolean(), sign, true, "");
    var data = messages.reaction(instance, jid, reaction);
    var id = data.at("/key/id").asText();
    sent.add(instance.name(), jid, "reaction", sign, id, clock.instant(), request);
    chats.change(chat, target, line -> line.reacted(sign, true));
    webhooks.post(instance, chat, "send.message", data);
    return data;
  }

  /** Changes a text of the application; empty when it has sent none under this id. */
  Optional<ObjectNode> edit(Instance instance, String jid, String target, String words) {
    var chat = instance.chat(jid);
    if (!sentText(chat, target)) {
      return Optional.empty();
    }
    var protocol = messages.edit(messages.protocol(jid, target, "MESSAGE_EDIT"), words);
    var answer = messages.changed(jid, protocol);
    chats.change(chat, target, line -> line.rewritten(words));
    log(instance, jid, "edit", words, answer, protocol);
    webhooks.post(instance, chat, "send.message.update", protocol);
    return Optional.of(answer);
  }

  private boolean sentText(ChatKey chat, String target) {
    return chats.lines(chat).stream()
        .anyMatch(
            line ->
                line.id().equals(target)
                    && line.author() == Author.APPLICATION
                    && !line.state().gone()
                    && line.data().at("/message/conversation").isTextual());
  }

  /** Takes a message of the application back; of one that is gone nothing more is told. */
  ObjectNode delete(Instance instance, String jid, String target) {
    var chat = instance.chat(jid);
    var answer = messages.changed(jid, messages.protocol(jid, target, "REVOKE"));
    var told =
        chats.lines(chat).stream()
            .filter(line -> line.id().equals(target) && !line.state().gone())
            .findFirst();
    chats.change(chat, target, ChatLine::deleted);
    log(instance, jid, "delete", "", answer, Json.object().put("id", target));
    told.ifPresent(
        line ->
            webhooks.post(
                instance, chat, "messages.delete", Messages.deletedRow(instance, line.data())));
    return answer;
  }

  private void log(
      Instance instance, String jid, String kind, String text, JsonNode answer, JsonNode request) {
    var id = answer.at("/key/id").asText();
    sent.add(instance.name(), jid, kind, text, id, clock.instant(), request);
  }

  /** Passes on what a customer did to a message: reaction, edit or delete. */
  public Posting change(Instance instance, JsonNode order) {
    var chat = instance.chat(order.path("number").asText(""));
    var target = order.path("id").asText("");
    var words = order.path("text").asText("");
    var kind = order.path("kind").asText("");
    var changed =
        chats.change(
            chat,
            target,
            line ->
                switch (kind) {
                  case "reaction" -> line.reacted(words, false);
                  case "edit" -> line.edited(words);
                  case "delete" -> line.deleted();
                  default ->
                      throw PlainSurface.problem(400, "kind is one of reaction, edit, delete");
                });
    var ours = changed.map(line -> line.author() == Author.APPLICATION).orElse(false);
    return switch (kind) {
      case "reaction" -> {
        var name = instance.nameOf(chat.jid());
        var reaction = new Messages.Reaction(target, ours, words, false, name);
        var data = messages.reaction(instance, chat.jid(), reaction);
        yield webhooks.post(instance, chat, "messages.upsert", data);
      }
      case "edit" -> {
        var data = messages.edit(chat.jid(), target, words);
        yield webhooks.post(instance, chat, "messages.edited", data);
      }
      default ->
          webhooks.post(instance, chat, "messages.delete", Messages.deletion(chat.jid(), target));
    };
  }

  /** Begins to show codes, until one is scanned or nobody has scanned thirty. */
  void offer(Instance instance) {
    link(instance, LinkState.CONNECTING, 200);
    show(instance, 1);
  }

  private void show(Instance instance, int count) {
    if (count > MOST_CODES) {
      instance.code(null);
      link(instance, LinkState.CLOSE, 428);
      tell(
          instance,
          "qrcode.updated",
          Json.object()
              .put("message", "QR code limit reached, please login again")
              .put("statusCode", 500));
      return;
    }
    var code = LinkCode.fresh(count);
    instance.code(code);
    tell(instance, "qrcode.updated", code.event(instance));
    later.run(
        CODE_LIVES,
        () -> {
          if (code.equals(instance.code())) {
            show(instance, count + 1);
          }
        });
  }

  /** The code runs out before its time and the next one is shown; false when there is none. */
  public boolean renew(Instance instance) {
    var code = instance.code();
    if (code == null) {
      return false;
    }
    show(instance, code.count() + 1);
    return true;
  }

  /** Somebody scans the code with the phone; false when there is none. */
  public boolean scan(Instance instance, Duration pairing) {
    if (instance.code() == null) {
      return false;
    }
    instance.code(null);
    link(instance, LinkState.CONNECTING, 200);
    later.run(pairing, () -> link(instance, LinkState.OPEN, 200));
    return true;
  }

  /** Breaks the link, or brings it back. */
  public void turn(Instance instance, boolean open) {
    link(instance, open ? LinkState.OPEN : LinkState.CLOSE, open ? 200 : 428);
  }

  /** Changes the link and tells the application. */
  void link(Instance instance, LinkState state, int reason) {
    instance.state(state);
    var data = Json.object().put("instance", instance.name());
    if (state == LinkState.OPEN) {
      data.put("wuid", instance.ownJid())
          .put("profileName", instance.title())
          .putNull("profilePictureUrl");
    }
    data.put("state", state.word()).put("statusReason", reason);
    tell(instance, "connection.update", data);
  }

  /** Tells the application something about the instance itself. */
  void tell(Instance instance, String event, JsonNode data) {
    webhooks.post(instance, null, event, data);
  }
}
