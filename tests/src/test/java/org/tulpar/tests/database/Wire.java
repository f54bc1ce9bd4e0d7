package org.tulpar.tests.database;

/** Webhooks as Evolution sends them, about one chat. */
final class Wire {

  static final String JID = "77015550101@s.whatsapp.net";
  static final String LID = "123456789012345@lid";

  private Wire() {}

  /** What the client wrote, in this second of an evening. */
  static String text(String id, String words, int second) {
    return message(key(JID, id, false), "{\"conversation\":\"%s\"}".formatted(words), second);
  }

  static String typedOnThePhone(String id, String words, int second) {
    return message(key(JID, id, true), "{\"conversation\":\"%s\"}".formatted(words), second);
  }

  static String reaction(String id, String target, String sign, int second) {
    var message =
        "{\"reactionMessage\":{\"key\":{\"id\":\"%s\"},\"text\":\"%s\"}}".formatted(target, sign);
    return message(key(JID, id, false), message, second);
  }

  static String message(String key, String message, int second) {
    return event(
        "messages.upsert",
        "{\"key\":%s,\"pushName\":\"Айгерим\",\"message\":%s,\"messageTimestamp\":%d}"
            .formatted(key, message, 1_795_199_000L + second));
  }

  static String key(String chat, String id, boolean fromMe) {
    return "{\"remoteJid\":\"%s\",\"fromMe\":%b,\"id\":\"%s\"}".formatted(chat, fromMe, id);
  }

  static String edit(String target, String words, int second) {
    return event(
        "messages.edited",
        "{\"key\":%s,\"type\":\"MESSAGE_EDIT\",\"editedMessage\":{\"conversation\":\"%s\"},\"timestampMs\":\"%d\"}"
            .formatted(key(JID, target, true), words, (1_795_199_000L + second) * 1000));
  }

  static String revocation(String target) {
    return event(
        "messages.edited", "{\"key\":%s,\"type\":\"REVOKE\"}".formatted(key(JID, target, true)));
  }

  static String deletion(String target) {
    return event("messages.delete", key(JID, target, false));
  }

  static String receipt(String target, String status) {
    return event(
        "messages.update",
        "{\"keyId\":\"%s\",\"fromMe\":true,\"status\":\"%s\"}".formatted(target, status));
  }

  static String history(String... entries) {
    return event("messages.set", "[" + String.join(",", entries) + "]");
  }

  static String entry(String id, boolean fromMe, String words, int second) {
    return "{\"key\":%s,\"pushName\":\"Айгерим\",\"message\":{\"conversation\":\"%s\"},\"messageTimestamp\":%d}"
        .formatted(key(JID, id, fromMe), words, 1_795_199_000L + second);
  }

  static String contact(String jid, String name) {
    return event(
        "contacts.update", "[{\"remoteJid\":\"%s\",\"pushName\":\"%s\"}]".formatted(jid, name));
  }

  static String event(String event, String data) {
    return "{\"event\":\"%s\",\"instance\":\"wa-1\",\"data\":%s}".formatted(event, data);
  }
}
