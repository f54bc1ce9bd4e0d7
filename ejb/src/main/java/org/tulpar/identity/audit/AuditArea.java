package org.tulpar.identity.audit;

/** What an event is about; the database tells it from the event's name. */
public enum AuditArea {
  DIALOGUES,
  CLIENTS,
  DEALS,
  CATALOG,
  PEOPLE,
  CHANNELS,
  SETTINGS
}
