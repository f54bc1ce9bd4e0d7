package org.tulpar.integrations.whatsappcloud;

import java.util.List;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.ReactionArrived;
import org.tulpar.channel.MessageContent.Reaction;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.ProviderTime;
import org.tulpar.integrations.wire.Wire;

/** Reads one message of a batch: who wrote, which id, what it says, when. */
final class MessageReader {

  private static final int LONGEST_ID = 400;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SIGN = 64;

  private final ProviderTime time;

  MessageReader(ProviderTime time) {
    this.time = time;
  }

  /**
   * A message of the other side.
   *
   * @param contacts cards that the batch tells beside its messages
   */
  ChannelEvent arrived(Wire message, List<Wire> contacts) {
    var card = card(message, contacts);
    var writer = Writer.of(message.firstText("from"), message.firstText("from_user_id"), card);
    var group = message.firstText("group_id");
    return group == null
        ? read(message, writer, false, Writer.name(card), null)
        : read(message, Writer.group(group), false, null, Writer.name(card));
  }

  /** A message that a person typed in the app of our own number. */
  ChannelEvent typed(Wire echo) {
    var to = Writer.of(echo.firstText("to"), echo.firstText("to_user_id"), null);
    return read(echo, to, true, null, null);
  }

  private ChannelEvent read(
      Wire message, Writer chat, boolean byOwner, String clientName, String senderName) {
    var id = id(message, "id");
    if (chat == null || id == null) {
      return new Ignored("a message without writer or id");
    }
    var content = ContentReader.read(message);
    if (content == null) {
      return new Ignored("a notice: " + PlainText.shortened(message.firstText("type"), 64));
    }
    if (content instanceof Reaction reaction) {
      return new ReactionArrived(
          reaction.targetExternalId(),
          byOwner ? ReactionArrived.OWNER : ReactionArrived.CLIENT,
          PlainText.shortened(clientName, LONGEST_NAME),
          PlainText.shortened(reaction.text(), LONGEST_SIGN),
          time.of(message.integer("timestamp")));
    }
    return new MessageArrived(
        chat.address(),
        chat.group() ? ChatKind.GROUP : ChatKind.DIRECT,
        chat.identities(),
        chat.phone(),
        PlainText.shortened(clientName, LONGEST_NAME),
        PlainText.shortened(senderName, LONGEST_NAME),
        id,
        byOwner,
        content,
        quoted(message),
        time.of(message.integer("timestamp")));
  }

  private static String quoted(Wire message) {
    return id(message.at("context"), "id");
  }

  /** A message's name, or null when there is none that could be kept. */
  static String id(Wire wire, String field) {
    var id = wire.firstText(field);
    return id == null || id.length() > LONGEST_ID ? null : id;
  }

  /** The writer's card: the one with her number or id, else the only one. */
  private static Wire card(Wire message, List<Wire> contacts) {
    return contacts.stream()
        .filter(
            card ->
                same(card.firstText("user_id"), message.firstText("from_user_id"))
                    || same(card.firstText("wa_id"), message.firstText("from")))
        .findFirst()
        .orElseGet(() -> contacts.size() == 1 ? contacts.getFirst() : null);
  }

  private static boolean same(String one, String other) {
    return one != null && one.equals(other);
  }
}
