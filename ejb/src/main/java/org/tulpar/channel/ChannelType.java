package org.tulpar.channel;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The gateways Tulpar speaks to, and what sets them apart. */
public enum ChannelType {
  EVOLUTION(null, true),
  /** Knows dialogues, not single messages: nothing can be said to one of them. */
  CHAT2DESK(null, false),
  /** Meta takes free text for a day after the client wrote, then only what it approved before. */
  WHATSAPP_CLOUD(Duration.ofHours(24), true),
  TELEGRAM(null, true);

  private final Duration replyWindow;
  private final boolean addressesMessages;

  ChannelType(Duration replyWindow, boolean addressesMessages) {
    this.replyWindow = replyWindow;
    this.addressesMessages = addressesMessages;
  }

  /** Whether a single message can be answered and reacted to. */
  public boolean addressesMessages() {
    return addressesMessages;
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
