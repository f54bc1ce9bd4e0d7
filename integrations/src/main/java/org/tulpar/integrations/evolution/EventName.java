package org.tulpar.integrations.evolution;

/** Evolution's words for the events that we act upon. */
final class EventName {

  static final String ARRIVED = "messages.upsert";
  static final String SENT = "send.message";
  static final String RECEIPT = "messages.update";
  static final String EDITED = "messages.edited";
  static final String SENT_EDITED = "send.message.update";
  static final String DELETED = "messages.delete";
  static final String HISTORY = "messages.set";
  static final String CONTACT_SEEN = "contacts.upsert";
  static final String CONTACT_CHANGED = "contacts.update";
  static final String CODE = "qrcode.updated";
  static final String CONNECTION = "connection.update";

  private EventName() {}
}
