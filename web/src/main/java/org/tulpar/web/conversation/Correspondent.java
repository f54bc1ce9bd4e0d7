package org.tulpar.web.conversation;

import org.tulpar.channel.ChannelType;
import org.tulpar.web.shell.Initials;

/**
 * How the other side of a conversation is called: by name, else by phone, else by the end of her
 * address. Never assumes that there is a phone.
 *
 * @param mark short name of the channel, as in the sprite and in the stylesheet
 */
public record Correspondent(String name, String initials, String mark) {

  private static final int SHOWN = 4;

  public static Correspondent of(String name, String phone, String address, ChannelType type) {
    if (name != null && !name.isBlank()) {
      return new Correspondent(name, Initials.of(name), mark(type));
    }
    var end = end(phone == null ? address : phone);
    var shown = phone == null ? brand(type) + " ···" + end : "+" + phone;
    return new Correspondent(shown, end.substring(end.length() / 2), mark(type));
  }

  /** The messenger's own name; a gateway is not a messenger. */
  public static String brand(ChannelType type) {
    return switch (type) {
      case EVOLUTION, CHAT2DESK, WHATSAPP_CLOUD -> "WhatsApp";
      case TELEGRAM -> "Telegram";
    };
  }

  public static String mark(ChannelType type) {
    return switch (type) {
      case EVOLUTION, CHAT2DESK, WHATSAPP_CLOUD -> "wa";
      case TELEGRAM -> "tg";
    };
  }

  /** The last characters before the at sign: enough to tell two apart, too little to write to. */
  private static String end(String address) {
    var local = address.contains("@") ? address.substring(0, address.indexOf('@')) : address;
    return local.substring(Math.max(0, local.length() - SHOWN));
  }
}
