package org.tulpar.integrations.evolution;

/** Evolution's words for the events that we act upon. */
final class EventName {

  static final String ARRIVED = "messages.upsert";
  static final String SENT = "send.message";
  static final String RECEIPT = "messages.update";
  static final String CONNECTION = "connection.update";

  private EventName() {}
}
