package org.tulpar.integrations.evolution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.ReactionArrived;
import org.tulpar.channel.Identity;
import org.tulpar.channel.MessageContent;
import org.tulpar.channel.MessageContent.Reaction;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;

/** Reads a message as it stands in {@code data}: whose chat, which id, what it says, when. */
final class MessageReader {

  /** Later than that, a provider's clock is not believed. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);

  private static final int LONGEST_ID = 400;
  private static final int LONGEST_NAME = 200;

  private final Clock clock;
  private final ContentReader contents;
  private final ChangeReader changes;

  MessageReader(Clock clock, ContentReader contents) {
    this.clock = clock;
    this.contents = contents;
    this.changes = new ChangeReader(clock, contents);
  }

  ChangeReader changes() {
    return changes;
  }

  /** A message that can be told from others, or why it cannot. */
  sealed interface Read {}

  record Unnamed(String reason) implements Read {}

  /**
   * @param content null when it carries nothing but keys of the encryption
   */
  record Named(Jid chat, Jid otherName, String externalId, MessageContent content, Instant at)
      implements Read {

    String text() {
      return content == null ? "" : content.text();
    }

    String form() {
      return MessageContent.form(content == null ? "TEXT" : content.kind());
    }

    List<Identity> identities() {
      var all = new ArrayList<Identity>();
      all.add(chat.identity());
      if (otherName != null && !otherName.equals(chat)) {
        all.add(otherName.identity());
      }
      return List.copyOf(all);
    }

    String phone() {
      var phone = chat.phone();
      return phone != null || otherName == null ? phone : otherName.phone();
    }
  }

  Read read(Wire data) {
    var key = data.at("key");
    var chat = Jid.of(key.text("remoteJid"));
    var id = id(key);
    if (chat == null || id == null) {
      return new Unnamed("a message without chat or id");
    }
    var direct = chat.chatKind() == ChatKind.DIRECT;
    var otherName = direct ? Jid.of(key.text("remoteJidAlt")) : null;
    var content = contents.read(data.at("message"), data.firstText("messageType"));
    return new Named(chat, otherName, id, content, time(data));
  }

  /** The message's name within its channel, or null when it has none that could be kept. */
  static String id(Wire key) {
    var id = key.firstText("id");
    return id == null || id.length() > LONGEST_ID ? null : id;
  }

  /** A message of its own, or what it does to an earlier one. */
  ChannelEvent arrived(Wire data) {
    var change = changes.inside(data.at("message"));
    if (change != null) {
      return change;
    }
    return switch (read(data)) {
      case Unnamed unnamed -> new Ignored(unnamed.reason());
      case Named m when m.content() == null -> new Ignored("keys of the encryption only");
      case Named m when m.content() instanceof Reaction reaction -> reaction(data, m, reaction);
      case Named m -> arrived(data, m);
    };
  }

  private MessageArrived arrived(Wire data, Named m) {
    // The name is always the writer's: ours when a person typed on the channel's own phone.
    var byOwner = data.at("key").flag("fromMe");
    var direct = m.chat().chatKind() == ChatKind.DIRECT;
    var writer = byOwner ? null : PlainText.shortened(data.firstText("pushName"), LONGEST_NAME);
    return new MessageArrived(
        m.chat().value(),
        m.chat().chatKind(),
        m.identities(),
        m.phone(),
        direct ? writer : null,
        direct || byOwner ? null : senderName(data.at("key"), writer),
        m.externalId(),
        byOwner,
        m.content(),
        quoted(data),
        m.at());
  }

  private static ChannelEvent reaction(Wire data, Named m, Reaction reaction) {
    var byOwner = data.at("key").flag("fromMe");
    var direct = m.chat().chatKind() == ChatKind.DIRECT;
    var name = byOwner ? null : PlainText.shortened(data.firstText("pushName"), LONGEST_NAME);
    var reactor = direct ? ReactionArrived.CLIENT : member(data.at("key"));
    return ChangeReader.reaction(
        reaction,
        data.at("message"),
        byOwner ? ReactionArrived.OWNER : reactor,
        direct || name != null ? name : senderName(data.at("key"), null),
        m.at());
  }

  /** The one name under which every version of Evolution knows a member of a group. */
  private static String member(Wire key) {
    var jid = Jid.of(key.firstText("participant", "participantAlt"));
    return jid == null ? ReactionArrived.CLIENT : jid.value();
  }

  private static String senderName(Wire key, String writer) {
    if (writer != null) {
      return writer;
    }
    var number = Jid.of(key.firstText("participantAlt", "participant"));
    return number == null ? null : number.number();
  }

  private String quoted(Wire data) {
    var id = data.at("contextInfo").firstText("stanzaId");
    return id == null || id.length() > LONGEST_ID ? contents.quoted(data.at("message")) : id;
  }

  /** Evolution always tells the time; a body without one counts as written now. */
  Instant time(Wire data) {
    var now = clock.instant();
    return data.integer("messageTimestamp")
        .filter(seconds -> seconds > 0 && seconds < now.plus(CLOCK_TOLERANCE).getEpochSecond())
        .map(Instant::ofEpochSecond)
        .orElse(now);
  }
}
