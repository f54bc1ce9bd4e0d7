package org.tulpar.simulator.history;

/**
 * A chat: an instance and a customer.
 *
 * @param customer digits of the phone, or the whole jid of anything that is not a phone
 */
public record ChatKey(String instance, String customer) {

  private static final String PHONE = "@s.whatsapp.net";

  /** The chat of a jid or of digits with any decoration. */
  public static ChatKey of(String instance, String number) {
    if (number.endsWith(PHONE)) {
      return new ChatKey(instance, number.substring(0, number.length() - PHONE.length()));
    }
    return new ChatKey(instance, number.contains("@") ? number : number.replaceAll("\\D", ""));
  }

  public String jid() {
    return customer.contains("@") ? customer : customer + PHONE;
  }
}
