/**
 * The inbox's list: its piles, filters, search and saved views.
 *
 * <p>Promises: a page is one question to the database, at most {@link
 * org.tulpar.conversation.list.Inbox#PAGE} rows long; the filter is the query of the page's
 * address. Leaves alone: what is done to a conversation (desk) and what was said in it.
 */
package org.tulpar.conversation.list;
