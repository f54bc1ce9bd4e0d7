package org.tulpar.channel.policy;

import java.time.Instant;
import java.util.Locale;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.policy.SendPermission.FreeText;
import org.tulpar.channel.policy.SendPermission.Nothing;
import org.tulpar.channel.policy.SendPermission.TemplateOnly;

/**
 * A free text passes while the provider's window is open, which the client opens anew with each of
 * her messages.
 */
public final class SendPolicy {

  /** Of a message that was held back until its window had closed. */
  public static final String WINDOW_CLOSED = "window_closed";

  private SendPolicy() {}

  /**
   * @param lastClientAt when the client last wrote, or null when she never did
   */
  public static SendPermission of(
      ChannelType type, ChatKind kind, Instant lastClientAt, Instant now) {
    if (kind == ChatKind.BROADCAST || kind == ChatKind.EXAMPLE) {
      return new Nothing(kind.name().toLowerCase(Locale.ROOT));
    }
    var window = type.replyWindow();
    if (window.isEmpty()) {
      return new FreeText();
    }
    var closes = lastClientAt == null ? null : lastClientAt.plus(window.get());
    return closes != null && closes.isAfter(now) ? new FreeText() : new TemplateOnly(closes);
  }
}
