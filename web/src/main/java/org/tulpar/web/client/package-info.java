/**
 * The pages of clients: the list with its filters and segments, and one card with its timeline.
 *
 * <p>Promises: a list is an address, so that it can be sent to a colleague and the way back works;
 * what was typed into a card is still there when it was refused. Leaves alone: what a card may hold
 * (the core's client).
 */
package org.tulpar.web.client;
