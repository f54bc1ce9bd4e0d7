/**
 * From the outbox to the gateway: the fence, the order, the retries, and what became of it.
 *
 * <p>Promises: no bot message passes after a takeover; nothing is sent again whose fate is unknown.
 */
package org.tulpar.dialogue.outbound;
