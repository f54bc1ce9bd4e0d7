/**
 * The ledger of inbound events as people see it: how many came through each channel, what waits,
 * what failed and why.
 *
 * <p>Promises: an event is shown with its reason and can be processed again; what was applied once
 * is not applied twice, however often it is put back. Counting looks at days and at what is
 * unsettled, never at all rows. Leaves alone: how an event is applied (inbound).
 */
package org.tulpar.dialogue.ledger;
