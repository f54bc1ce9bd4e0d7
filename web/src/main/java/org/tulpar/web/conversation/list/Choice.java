package org.tulpar.web.conversation.list;

/**
 * Something to choose in a filter.
 *
 * @param chosen whether it is what the page shows
 */
public record Choice(String value, String label, boolean chosen) {}
