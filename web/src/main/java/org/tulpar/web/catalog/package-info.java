/**
 * The pages of products, partners and orders: lists with their filters, and one of each.
 *
 * <p>Promises: a list is an address; what was typed is still there when it was refused; a button
 * names what it acts on, so that a list that moved meanwhile misleads nobody. Leaves alone: what
 * may stand there (the core's catalog).
 */
package org.tulpar.web.catalog;
