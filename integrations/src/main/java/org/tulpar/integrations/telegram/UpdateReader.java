package org.tulpar.integrations.telegram;

import java.time.Clock;
import java.util.List;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.ReactionArrived;
import org.tulpar.channel.MessageContent.Choice;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;

/** Turns one update into what it says: a message, a pressed button, or nothing for us. */
final class UpdateReader {

  private static final int LONGEST_KIND = 64;

  private final MessageReader messages;
  private final Clock clock;

  UpdateReader(MessageReader messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /** Telegram's own word for what the update is: the name of its one field beside the id. */
  static String kind(Wire update) {
    return update.names().stream()
        .filter(name -> !name.equals("update_id"))
        .findFirst()
        .map(name -> PlainText.shortened(name, LONGEST_KIND))
        .orElse("nothing");
  }

  ChannelEvent read(Wire update) {
    var kind = kind(update);
    var said = update.at(kind);
    return switch (kind) {
      case "message" -> messages.arrived(said);
      case "edited_message" -> messages.edited(said);
      case "message_reaction" -> reacted(said);
      case "callback_query" -> pressed(said);
      case "my_chat_member" -> new Ignored("my_chat_member " + membership(said));
      default -> new Ignored(kind);
    };
  }

  /** In a private chat {@code kicked} says that the client blocked the bot. */
  private static String membership(Wire change) {
    return change.at("new_chat_member").firstText("status");
  }

  /** The signs that stand now; of several, the first. */
  private ChannelEvent reacted(Wire reaction) {
    var chat = Chat.of(reaction.at("chat"));
    var target = MessageReader.id(chat, reaction);
    if (target == null) {
      return new Ignored("a reaction to no message");
    }
    var person = reaction.at("user");
    var member = person.firstText("id");
    var sign =
        reaction.at("new_reaction").elements().stream()
            .map(each -> each.firstText("emoji"))
            .filter(emoji -> emoji != null)
            .findFirst()
            .orElse("");
    return new ReactionArrived(
        target,
        chat.direct() || member == null ? ReactionArrived.CLIENT : member,
        MessageReader.name(person),
        PlainText.shortened(sign, LONGEST_KIND),
        messages.time(reaction));
  }

  private ChannelEvent pressed(Wire query) {
    var id = query.firstText("id");
    var person = query.at("from");
    var message = query.at("message");
    var chat = Chat.of(message.at("chat").isObject() ? message.at("chat") : person);
    if (id == null || chat == null) {
      return new Ignored("a callback_query without id or chat");
    }
    return new MessageArrived(
        chat.address(),
        chat.kind(),
        List.of(chat.identity()),
        null,
        chat.direct() ? MessageReader.name(person) : null,
        chat.direct() ? null : MessageReader.name(person),
        PlainText.shortened(chat.address() + ":press:" + id, MessageReader.LONGEST_ID),
        false,
        choice(query, message),
        MessageReader.id(chat, message),
        clock.instant());
  }

  private static Choice choice(Wire query, Wire message) {
    var data = query.firstText("data");
    var title =
        message.at("reply_markup").at("inline_keyboard").elements().stream()
            .flatMap(row -> row.elements().stream())
            .filter(button -> data != null && data.equals(button.text("callback_data")))
            .map(button -> button.firstText("text"))
            .filter(text -> text != null)
            .findFirst()
            .orElse(data);
    return new Choice(data, title == null ? "" : title);
  }
}
