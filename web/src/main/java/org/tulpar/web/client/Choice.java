package org.tulpar.web.client;

/**
 * Something to choose in a list.
 *
 * @param chosen whether it is what the page shows
 */
public record Choice(String value, String label, boolean chosen) {}
