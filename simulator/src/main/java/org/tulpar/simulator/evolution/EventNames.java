package org.tulpar.simulator.evolution;

import java.util.List;
import java.util.Locale;

/** The events a webhook may subscribe, and how an event is named in the body and in the path. */
final class EventNames {

  static final List<String> ALL =
      List.of(
          "APPLICATION_STARTUP",
          "QRCODE_UPDATED",
          "MESSAGES_SET",
          "MESSAGES_UPSERT",
          "MESSAGES_EDITED",
          "MESSAGES_UPDATE",
          "MESSAGES_DELETE",
          "SEND_MESSAGE",
          "SEND_MESSAGE_UPDATE",
          "CONTACTS_SET",
          "CONTACTS_UPSERT",
          "CONTACTS_UPDATE",
          "PRESENCE_UPDATE",
          "CHATS_SET",
          "CHATS_UPSERT",
          "CHATS_UPDATE",
          "CHATS_DELETE",
          "GROUPS_UPSERT",
          "GROUP_UPDATE",
          "GROUP_PARTICIPANTS_UPDATE",
          "CONNECTION_UPDATE",
          "LABELS_EDIT",
          "LABELS_ASSOCIATION",
          "CALL",
          "INSTANCE_CREATE",
          "INSTANCE_DELETE",
          "STATUS_INSTANCE",
          "LOGOUT_INSTANCE",
          "REMOVE_INSTANCE");

  private EventNames() {}

  /** {@code messages.upsert} as it is subscribed: {@code MESSAGES_UPSERT}. */
  static String subscription(String event) {
    return event.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** {@code messages.upsert} as it ends a path: {@code messages-upsert}. */
  static String path(String event) {
    return event.replace('.', '-').replace('_', '-');
  }
}
