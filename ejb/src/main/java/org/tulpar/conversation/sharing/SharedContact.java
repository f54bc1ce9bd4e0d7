package org.tulpar.conversation.sharing;

import java.util.List;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Contacts;

/** A contact card for a client: a name and a number that can be called. */
public final class SharedContact {

  static final int LONGEST_NAME = 100;

  private SharedContact() {}

  /**
   * @throws SharingRefused when there is no name, or no number that could be called
   */
  public static Contacts of(String name, String phone) {
    var shown = SharedText.line(name);
    var number = phone == null ? "" : phone.strip().replaceAll("[^+\\d]", "");
    if (shown.isEmpty() || shown.codePointCount(0, shown.length()) > LONGEST_NAME) {
      throw new SharingRefused("contact_name");
    }
    if (!number.matches("\\+?\\d{3,15}")) {
      throw new SharingRefused("contact_phone");
    }
    return new Contacts(shown, List.of(Card.of(shown, number)));
  }
}
