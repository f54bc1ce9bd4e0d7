/**
 * Ctrl+K on every page: conversations, clients, deals and products by their words, and where one
 * can go.
 *
 * <p>Promises: one statement a kind, a few of each, only of the organization of the session and
 * only for those who may enter the inbox. Leaves alone: the lists themselves (conversation, client,
 * deal, catalog).
 */
package org.tulpar.web.palette;
