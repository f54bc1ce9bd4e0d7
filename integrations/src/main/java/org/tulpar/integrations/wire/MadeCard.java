package org.tulpar.integrations.wire;

import org.tulpar.channel.MessageContent.Card;

/** A contact card (RFC 6350) of our own making, where a provider tells only name and number. */
public final class MadeCard {

  private MadeCard() {}

  public static Card of(String name, String phone) {
    var shown = name == null ? "" : name;
    var number = phone == null ? "" : phone.replaceAll("[^+\\d]", "");
    var line = shown.replaceAll("[\\r\\n,;\\\\]", " ");
    return new Card(
        shown, "BEGIN:VCARD\nVERSION:3.0\nFN:%s\nTEL:%s\nEND:VCARD".formatted(line, number));
  }
}
