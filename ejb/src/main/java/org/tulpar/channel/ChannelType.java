package org.tulpar.channel;

/** The gateways Tulpar speaks to. */
public enum ChannelType {
  EVOLUTION,
  CHAT2DESK,
  WHATSAPP_CLOUD,
  TELEGRAM;

  /** The word in the webhook's path, for example {@code evolution}. */
  public String path() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
