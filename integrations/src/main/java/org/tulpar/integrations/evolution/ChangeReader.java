package org.tulpar.integrations.evolution;

import java.time.Clock;
import java.time.Instant;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageDeleted;
import org.tulpar.channel.ChannelEvent.MessageEdited;
import org.tulpar.channel.ChannelEvent.ReactionArrived;
import org.tulpar.channel.MessageContent.Reaction;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;

/**
 * Reads what is said about an earlier message: it was edited, taken back, reacted to. A key inside
 * such a message is the writer's, so that its {@code fromMe} says nothing to us.
 */
final class ChangeReader {

  private static final int LONGEST_SIGN = 64;

  private final Clock clock;
  private final ContentReader contents;

  ChangeReader(Clock clock, ContentReader contents) {
    this.clock = clock;
    this.contents = contents;
  }

  /** A bare {@code protocolMessage}: the body of {@code messages.edited}. */
  ChannelEvent protocol(Wire protocol) {
    var type = protocol.firstText("type");
    var id = MessageReader.id(protocol.at("key"));
    if (type == null || id == null) {
      return new Ignored("a change of no message");
    }
    return switch (type) {
      // Inside of messages.upsert the words of WhatsApp Web are numbers.
      case "MESSAGE_EDIT", "14" -> edited(id, protocol);
      case "REVOKE", "0" -> new MessageDeleted(id, time(protocol, "timestampMs"));
      default -> new Ignored("protocol message " + PlainText.shortened(type, LONGEST_SIGN));
    };
  }

  private ChannelEvent edited(String id, Wire protocol) {
    var content = contents.read(protocol.at("editedMessage"), null);
    return content == null
        ? new Ignored("an edit without words")
        : new MessageEdited(id, content.text(), time(protocol, "timestampMs"));
  }

  /** The body of {@code messages.delete}: the key itself, or a whole row with the key inside. */
  ChannelEvent deleted(Wire data) {
    var key = data.at("key").isObject() ? data.at("key") : data;
    var id = MessageReader.id(key);
    return id == null
        ? new Ignored("a deletion of no message")
        : new MessageDeleted(id, clock.instant());
  }

  /** The change that an arriving message is instead of a message of its own, or null. */
  ChannelEvent inside(Wire message) {
    var direct = message.at("protocolMessage");
    if (direct.isObject()) {
      return protocol(direct);
    }
    var wrapped = message.at("editedMessage").at("message").at("protocolMessage");
    return wrapped.isObject() ? protocol(wrapped) : null;
  }

  /**
   * @param message as it arrived
   * @param sent when, by the provider's clock
   */
  static ReactionArrived reaction(
      Reaction reaction, Wire message, String reactor, String name, Instant sent) {
    var moment =
        message
            .at("reactionMessage")
            .integer("senderTimestampMs")
            .filter(millis -> Math.abs(millis / 1000 - sent.getEpochSecond()) < 24 * 3600)
            .map(Instant::ofEpochMilli)
            .orElse(sent);
    return new ReactionArrived(
        reaction.targetExternalId(),
        reactor,
        name,
        PlainText.shortened(reaction.text(), LONGEST_SIGN),
        moment);
  }

  private Instant time(Wire wire, String name) {
    return wire.integer(name)
        .filter(millis -> millis > 0 && millis < clock.millis() + 24 * 3600 * 1000L)
        .map(Instant::ofEpochMilli)
        .orElseGet(clock::instant);
  }
}
