/**
 * The messaging gateway: REST and webhooks of Evolution API 2.3.6 (channel WHATSAPP-BAILEYS) as
 * seen on a running one.
 *
 * <p>Promises: answers, errors, webhook bodies and the repetition of webhooks have the real shapes.
 * Liberties: any apikey opens every door; {@code /webhook/set} creates an unknown instance, so a
 * simulator that was restarted works again; a code is scanned by {@code /control/scan} or on the
 * page; only numbers ending in 0000000 are not on WhatsApp; events are not sent for chats, labels,
 * groups and presence; the header {@code jwt_key} has no special meaning. Leaves alone: the page,
 * and what the application does with it all.
 */
package org.tulpar.simulator.evolution;
