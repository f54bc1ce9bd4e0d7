package org.tulpar.dialogue.ledger;

/** How far an event of the ledger has come. */
public enum EventStatus {
  WAITING,
  PROCESSED,
  IGNORED,
  FAILED
}
