/**
 * From the webhook to the conversation: {@code Intake} makes durable, {@code Resolution} applies.
 *
 * <p>Promises: an acknowledged event is applied exactly once, in the order of the ledger, or is
 * failed with its reason.
 */
package org.tulpar.dialogue.inbound;
