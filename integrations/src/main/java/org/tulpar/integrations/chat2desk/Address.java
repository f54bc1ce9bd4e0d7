package org.tulpar.integrations.chat2desk;

import java.util.regex.Pattern;
import org.tulpar.integrations.wire.Wire;

/**
 * Where to answer: the client's number at Chat2Desk and the messenger she wrote in, as {@code
 * 17340089:whatsapp}.
 */
record Address(long client, String transport) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([a-z_0-9]{1,40})");

  /** The address that a hook tells, or null. */
  static Address of(Wire hook) {
    var transport = hook.firstText("transport");
    return hook.integer("client_id")
        .map(id -> of(id + ":" + (transport == null ? "whatsapp" : transport)))
        .orElse(null);
  }

  /** Null when the text is no address. */
  static Address of(String text) {
    var parts = FORM.matcher(text);
    return parts.matches() ? new Address(Long.parseLong(parts.group(1)), parts.group(2)) : null;
  }

  String text() {
    return client + ":" + transport;
  }
}
