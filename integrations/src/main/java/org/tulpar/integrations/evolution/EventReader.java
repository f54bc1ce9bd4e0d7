package org.tulpar.integrations.evolution;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelEvent.CodeShown;
import org.tulpar.channel.ChannelEvent.ConnectionChanged;
import org.tulpar.channel.ChannelEvent.ContactNamed;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.OwnMessageEchoed;
import org.tulpar.channel.ChannelEvent.PastMessage;
import org.tulpar.channel.ChannelEvent.ReceiptArrived;
import org.tulpar.channel.ChannelEvent.ReceiptStatus;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.MessageContent;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;

/** Turns one webhook into events, one per element when Evolution sends a list. */
final class EventReader {

  private static final int LONGEST_NAME = 200;

  private final Clock clock;
  private final MessageReader messages;
  private final ChangeReader changes;

  EventReader(Clock clock, MessageReader messages) {
    this.clock = clock;
    this.messages = messages;
    this.changes = messages.changes();
  }

  List<ChannelEvent> read(Wire root) throws UnreadablePayload {
    var event = root.firstText("event");
    if (event == null) {
      throw new UnreadablePayload("no event");
    }
    var data = root.at("data");
    return switch (event.strip()) {
      case EventName.ARRIVED -> each(data, one -> arrived(one, root.firstText("date_time")));
      case EventName.SENT -> each(data, this::echoed);
      case EventName.RECEIPT -> each(data, this::receipt);
      case EventName.CONNECTION -> each(data, EventReader::connection);
      case EventName.CODE -> List.of(code(data));
      // Our own edit comes back in the same form as theirs.
      case EventName.EDITED, EventName.SENT_EDITED -> each(data, changes::protocol);
      case EventName.DELETED -> each(data, changes::deleted);
      case EventName.HISTORY -> each(data, this::past);
      case EventName.CONTACT_SEEN, EventName.CONTACT_CHANGED -> each(data, EventReader::contact);
      default -> List.of(new Ignored(event.strip()));
    };
  }

  private static List<ChannelEvent> each(Wire data, Function<Wire, ChannelEvent> reader) {
    if (!data.isArray()) {
      return List.of(reader.apply(data));
    }
    var all = data.elements();
    return all.isEmpty()
        ? List.of(new Ignored("an empty list"))
        : all.stream().map(reader).toList();
  }

  private ChannelEvent arrived(Wire data, String madeAt) {
    var said = messages.arrived(data);
    return said instanceof MessageArrived message
        ? message.at(SameSecond.refined(message.at(), madeAt))
        : said;
  }

  private ChannelEvent echoed(Wire data) {
    return switch (messages.read(data)) {
      case MessageReader.Unnamed unnamed -> new Ignored(unnamed.reason());
      case MessageReader.Named m ->
          new OwnMessageEchoed(
              m.chat().value(),
              m.externalId(),
              m.content() == null ? new MessageContent.Text("") : m.content(),
              m.at());
    };
  }

  /**
   * Receipts of the channel WhatsApp Business always say {@code fromMe: false}, in Meta's words;
   * READ is a word of both. A receipt that is not ours does no harm: it finds no outbound message.
   */
  private ChannelEvent receipt(Wire data) {
    var id = data.firstText("keyId");
    var word = data.firstText("status");
    if (id == null || word == null) {
      return new Ignored("messages.update without id or status");
    }
    var ours = data.flag("fromMe");
    var status =
        switch (word.toUpperCase(Locale.ROOT)) {
          case "SERVER_ACK" -> ours ? ReceiptStatus.SENT : null;
          case "DELIVERY_ACK" -> ours ? ReceiptStatus.DELIVERED : null;
          case "PLAYED" -> ours ? ReceiptStatus.READ : null;
          case "ERROR" -> ours ? ReceiptStatus.FAILED : null;
          case "SENT" -> ReceiptStatus.SENT;
          case "DELIVERED" -> ReceiptStatus.DELIVERED;
          case "READ" -> ReceiptStatus.READ;
          case "FAILED" -> ReceiptStatus.FAILED;
          default -> null;
        };
    return status == null
        ? new Ignored("messages.update " + word)
        : new ReceiptArrived(id, status, clock.instant());
  }

  /** A bot must not answer what was asked before it came. */
  private ChannelEvent past(Wire data) {
    var said = messages.arrived(data);
    return said instanceof MessageArrived message ? new PastMessage(message) : said;
  }

  /**
   * Of a group's contact the name is that of whoever wrote last; digits are the number again, for
   * want of a name.
   */
  private static ChannelEvent contact(Wire data) {
    var jid = Jid.of(data.firstText("remoteJid", "id"));
    var name = PlainText.shortened(data.firstText("pushName", "notify"), LONGEST_NAME);
    if (jid == null || jid.chatKind() != ChatKind.DIRECT || name == null) {
      return new Ignored("a contact without a name");
    }
    return name.matches("[+\\d\\s()-]+")
        ? new Ignored("a contact without a name")
        : new ContactNamed(jid.identity(), name.strip());
  }

  private static ChannelEvent code(Wire data) {
    var code = data.at("qrcode");
    var picture = code.firstText("base64");
    return picture == null || !picture.startsWith("data:image/png;base64,")
        ? new Ignored("no further code")
        : new CodeShown(picture, code.firstText("pairingCode"));
  }

  private static ChannelEvent connection(Wire data) {
    var state = data.firstText("state");
    return switch (state == null ? "" : state) {
      case "open" -> new ConnectionChanged(ConnectionState.OPEN);
      case "connecting" -> new ConnectionChanged(ConnectionState.CONNECTING);
      case "close", "closed", "refused" -> new ConnectionChanged(ConnectionState.CLOSED);
      default -> new Ignored("connection.update " + state);
    };
  }
}
