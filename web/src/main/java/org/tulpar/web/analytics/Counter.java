package org.tulpar.web.analytics;

/**
 * A number that leads to its rows.
 *
 * @param text as it is read
 * @param address below the context root
 */
public record Counter(String text, String address) {}
