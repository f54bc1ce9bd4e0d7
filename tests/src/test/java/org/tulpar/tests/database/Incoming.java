package org.tulpar.tests.database;

/**
 * A message of a channel.
 *
 * @param author CLIENT, or MANAGER for one typed on the phone
 * @param identities kind and value, separated by a colon
 */
record Incoming(String externalId, String author, String kind, String text, String... identities) {

  static Incoming from(String jid, String externalId, String text) {
    return new Incoming(externalId, "CLIENT", "TEXT", text, "JID:" + jid);
  }

  static Incoming typedOnThePhone(String jid, String externalId, String text) {
    return new Incoming(externalId, "MANAGER", "TEXT", text, "JID:" + jid);
  }

  String address() {
    return identities[0].split(":", 2)[1];
  }

  String chatKind() {
    return address().endsWith("@g.us") ? "GROUP" : "DIRECT";
  }
}
