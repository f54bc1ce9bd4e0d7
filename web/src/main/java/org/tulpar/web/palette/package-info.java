/**
 * Ctrl+K on every page: where one can go, by the beginning of any word of its name, and
 * conversations, deals, clients, companies, orders, products and partners by their words.
 *
 * <p>Promises: one statement a kind, a few of each, only of the organization of the session and
 * only of the sections that the person may enter. Leaves alone: the lists themselves (conversation,
 * client, deal, catalog).
 */
package org.tulpar.web.palette;
