package org.tulpar.integrations.evolution;

import java.util.regex.Pattern;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;

/**
 * A WhatsApp address in one spelling: without the device number, and with its server (Evolution
 * leaves that out for numbers that were sent to as digits).
 */
record Jid(String value) {

  private static final String PHONE_SERVER = "@s.whatsapp.net";
  private static final Pattern PHONE = Pattern.compile("\\d{5,15}" + PHONE_SERVER);
  private static final Pattern DIGITS = Pattern.compile("\\d{5,15}");
  private static final Pattern DEVICE = Pattern.compile(":\\d{1,4}(?=@)");
  private static final int LONGEST = 200;

  /** The address, or null when there is none. */
  static Jid of(String raw) {
    if (raw == null || raw.isBlank() || raw.length() > LONGEST) {
      return null;
    }
    var plain = DEVICE.matcher(raw.strip()).replaceFirst("");
    return new Jid(DIGITS.matcher(plain).matches() ? plain + PHONE_SERVER : plain);
  }

  ChatKind chatKind() {
    if (value.endsWith("@g.us")) {
      return ChatKind.GROUP;
    }
    return value.endsWith("@broadcast") || value.endsWith("@newsletter")
        ? ChatKind.BROADCAST
        : ChatKind.DIRECT;
  }

  Identity identity() {
    return new Identity(value.endsWith("@lid") ? IdentityKind.LID : IdentityKind.JID, value);
  }

  /** International digits without plus, or null when the address is not a phone's. */
  String phone() {
    return PHONE.matcher(value).matches()
        ? value.substring(0, value.length() - PHONE_SERVER.length())
        : null;
  }

  /** What Evolution's {@code number} takes: digits for a phone, the whole address otherwise. */
  String number() {
    var phone = phone();
    return phone == null ? value : phone;
  }
}
