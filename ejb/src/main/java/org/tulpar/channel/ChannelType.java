package org.tulpar.channel;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The gateways Tulpar speaks to, and what sets them apart. */
public enum ChannelType {
  EVOLUTION(null),
  CHAT2DESK(null),
  /** Meta takes free text for a day after the client wrote, then only what it approved before. */
  WHATSAPP_CLOUD(Duration.ofHours(24)),
  TELEGRAM(null);

  private final Duration replyWindow;

  ChannelType(Duration replyWindow) {
    this.replyWindow = replyWindow;
  }

  /** The word in the webhook's path, for example {@code evolution}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How long after the client's last message a free text may be sent; empty when for ever. */
  public Optional<Duration> replyWindow() {
    return Optional.ofNullable(replyWindow);
  }
}
