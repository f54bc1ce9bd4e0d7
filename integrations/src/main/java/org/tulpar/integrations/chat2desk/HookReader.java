package org.tulpar.integrations.chat2desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.OwnMessageEchoed;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;
import org.tulpar.channel.MessageContent;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;

/** Turns one hook into what it says: a client's message, an operator's, or the echo of ours. */
final class HookReader {

  private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);
  private static final int LONGEST_NAME = 200;

  private final Clock clock;

  HookReader(Clock clock) {
    this.clock = clock;
  }

  /** Chat2Desk's word for the event, or null. */
  static String kind(Wire hook) {
    return hook.firstText("hook_type");
  }

  ChannelEvent read(Wire hook) {
    var address = Address.of(hook);
    var id = hook.integer("message_id").map(String::valueOf).orElse(null);
    if (address == null || id == null) {
      return new Ignored(PlainText.shortened(kind(hook), 64));
    }
    return switch (kind(hook)) {
      case "inbox" -> message(hook, address, id, false);
      case "outbox" -> outbox(hook, address, id);
      default -> new Ignored(PlainText.shortened(kind(hook), 64));
    };
  }

  /**
   * Without an operator it was sent by a program: by us, or by Chat2Desk itself. With one it may
   * still be ours, because a token belongs to an operator: our echo is told by its id or its text.
   */
  private ChannelEvent outbox(Wire hook, Address address, String id) {
    if ("system".equals(hook.firstText("type"))) {
      return new Ignored("a notice of Chat2Desk");
    }
    if (hook.integer("operator_id").isPresent()) {
      return message(hook, address, id, true);
    }
    return new OwnMessageEchoed(address.text(), id, ContentReader.read(hook), time(hook));
  }

  private MessageArrived message(Wire hook, Address address, String id, boolean byOwner) {
    var client = hook.at("client");
    MessageContent content = ContentReader.read(hook);
    return new MessageArrived(
        address.text(),
        ChatKind.DIRECT,
        List.of(new Identity(IdentityKind.PROVIDER_ID, Long.toString(address.client()))),
        phone(client),
        PlainText.shortened(client.firstText("assigned_name", "name"), LONGEST_NAME),
        null,
        id,
        byOwner,
        content,
        null,
        time(hook));
  }

  /** Of a messenger without phones this field holds another name; that is no number. */
  private static String phone(Wire client) {
    var told = client.firstText("client_phone", "phone");
    var digits = told == null ? "" : told.strip().replaceFirst("^\\+", "");
    return digits.matches("\\d{5,15}") ? digits : null;
  }

  private Instant time(Wire hook) {
    var now = clock.instant();
    var told = hook.firstText("event_time");
    try {
      var at = told == null ? now : DateTimeFormatter.ISO_INSTANT.parse(told, Instant::from);
      return at.isAfter(now.plus(CLOCK_TOLERANCE)) || at.isBefore(Instant.EPOCH) ? now : at;
    } catch (DateTimeParseException e) {
      return now;
    }
  }
}
