package org.tulpar.dialogue.ledger;

import java.util.List;

/**
 * Events, newest first.
 *
 * @param before id where the next page begins, or null at the end. A page may be short, or empty,
 *     and still be followed by another: only so much of the ledger is looked through at once
 */
public record LedgerPage(List<LedgerRow> rows, Long before) {

  public LedgerPage {
    rows = List.copyOf(rows);
  }
}
