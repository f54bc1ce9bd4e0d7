/**
 * The list of clients: filters, search, pages, and filters kept under names.
 *
 * <p>Promises: a page of fifty costs the same among a hundred clients and among a million. Leaves
 * alone: what stands in a card.
 */
package org.tulpar.client.list;
