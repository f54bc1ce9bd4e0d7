package org.tulpar.integrations.telegram;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.MessageEdited;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.ProviderTime;
import org.tulpar.integrations.wire.Wire;

/** Reads a message: whose chat, which id, what it says, when. */
final class MessageReader {

  static final int LONGEST_ID = 400;
  private static final int LONGEST_NAME = 200;

  private final ProviderTime time;

  MessageReader(ProviderTime time) {
    this.time = time;
  }

  ChannelEvent arrived(Wire message) {
    var chat = Chat.of(message.at("chat"));
    var id = id(chat, message);
    if (id == null) {
      return new Ignored("a message without chat or id");
    }
    var content = ContentReader.read(message);
    if (content == null) {
      return new Ignored("a notice of the chat");
    }
    var writer = name(message.at("from"));
    return new MessageArrived(
        chat.address(),
        chat.kind(),
        List.of(chat.identity()),
        sharedPhone(message),
        chat.direct() ? writer : null,
        chat.direct() ? null : writer,
        id,
        false,
        content,
        id(chat, message.at("reply_to_message")),
        time.of(message.integer("date")));
  }

  /** Its new words, of its text or under its file. */
  ChannelEvent edited(Wire message) {
    var id = id(Chat.of(message.at("chat")), message);
    var content = ContentReader.read(message);
    return id == null || content == null
        ? new Ignored("an edit of no message")
        : new MessageEdited(id, content.text(), time.of(message.integer("edit_date")));
  }

  Instant time(Wire dated) {
    return time.of(dated.integer("date"));
  }

  /** A message's id for ever: Telegram counts per chat. Null when there is none. */
  static String id(Chat chat, Wire message) {
    return chat == null
        ? null
        : message.integer("message_id").map(id -> chat.address() + ":" + id).orElse(null);
  }

  static String name(Wire person) {
    var full =
        Stream.of(person.firstText("first_name"), person.firstText("last_name"))
            .filter(part -> part != null)
            .collect(Collectors.joining(" "));
    return PlainText.shortened(full.isEmpty() ? person.firstText("username") : full, LONGEST_NAME);
  }

  /** The client's own number, when she shares it; a card of somebody else is just a card. */
  private static String sharedPhone(Wire message) {
    var contact = message.at("contact");
    var owner = contact.integer("user_id");
    if (owner.isEmpty() || !owner.equals(message.at("from").integer("id"))) {
      return null;
    }
    var phone = contact.firstText("phone_number");
    var digits = phone == null ? "" : phone.replaceAll("\\D", "");
    return digits.length() < 5 || digits.length() > 15 ? null : digits;
  }
}
