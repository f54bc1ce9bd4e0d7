package org.tulpar.conversation.list;

/**
 * A filter under a name.
 *
 * @param query as in the page's address
 * @param shared everybody of the organization sees it
 * @param mine this person has made it, and may remove it
 */
public record InboxView(long id, String name, String query, boolean shared, boolean mine) {}
