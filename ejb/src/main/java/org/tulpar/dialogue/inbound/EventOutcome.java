package org.tulpar.dialogue.inbound;

/** What became of an event of the ledger; the reason is shown to people. */
sealed interface EventOutcome {

  LedgerEvent event();

  record Processed(LedgerEvent event) implements EventOutcome {}

  record Ignored(LedgerEvent event, String reason) implements EventOutcome {}

  record Failed(LedgerEvent event, String reason) implements EventOutcome {}

  /** Its time has not come: it is looked at again. */
  record Deferred(LedgerEvent event) implements EventOutcome {}
}
