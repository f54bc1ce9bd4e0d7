/**
 * Telegram, WhatsApp Cloud API and Chat2Desk as their documentation shows them: their webhooks with
 * their signatures, and the few calls by which messages are sent.
 *
 * <p>Promises: what is accepted stands in the log of sends and is followed by the receipts or
 * echoes that the provider would send; a wrong token is refused in the provider's own shape. Leaves
 * alone: everything else that these providers can do.
 */
package org.tulpar.simulator.messenger;
