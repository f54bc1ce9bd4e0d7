package org.tulpar.conversation.begin;

import java.util.Optional;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;

/**
 * Where a message to a client would go in a channel.
 *
 * @param address as the messenger writes it
 * @param name under which she will answer, or null when it is known already
 */
record Reach(Way way, String address, ChatKind kind, Identity name) {

  /** As WhatsApp writes the address of a number. */
  private static final String PHONE_SERVER = "@s.whatsapp.net";

  /** What is a number for WhatsApp; anything else it would not take. */
  private static final String NUMBER = "\\d{5,15}";

  /**
   * What is known of a client and a channel.
   *
   * @param address of her latest conversation there, or null
   * @param kind of that conversation, or null
   * @param identity by which the messenger knows her, or null
   * @param phone international digits, or null
   */
  record Known(Way way, String address, ChatKind kind, String identity, String phone) {}

  /**
   * Where she has talked with us before anything else: that is known to reach her. Her phone comes
   * before a name, which may be that of a number since corrected on the card.
   */
  static Optional<Reach> of(Known known) {
    if (known.address() != null) {
      return Optional.of(new Reach(known.way(), known.address(), known.kind(), null));
    }
    return byPhone(known)
        .or(
            () ->
                Optional.ofNullable(known.identity())
                    .map(value -> new Reach(known.way(), value, ChatKind.DIRECT, null)));
  }

  /** Other messengers than WhatsApp write to nobody by her number. */
  private static Optional<Reach> byPhone(Known known) {
    var phone = known.phone();
    if (phone == null || !phone.matches(NUMBER)) {
      return Optional.empty();
    }
    return switch (known.way().type()) {
      case EVOLUTION -> Optional.of(named(known.way(), IdentityKind.JID, phone + PHONE_SERVER));
      case WHATSAPP_CLOUD -> Optional.of(named(known.way(), IdentityKind.PHONE, phone));
      case TELEGRAM, CHAT2DESK -> Optional.empty();
    };
  }

  private static Reach named(Way way, IdentityKind kind, String value) {
    return new Reach(way, value, ChatKind.DIRECT, new Identity(kind, value));
  }
}
