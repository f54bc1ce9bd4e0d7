/**
 * Clients from a file and into a file.
 *
 * <p>Promises: a row finds the client it is about by phone, by it at WhatsApp, or by email; what
 * stands in her card is never replaced; undoing takes back what nobody has changed since. Leaves
 * alone: how a file is read and worked off (transfer), and what may stand in a card ({@code
 * field}).
 */
package org.tulpar.client.transfer;
