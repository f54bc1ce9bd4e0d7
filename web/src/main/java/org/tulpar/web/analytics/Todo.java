package org.tulpar.web.analytics;

/**
 * Something that waits for somebody.
 *
 * @param kind its colour
 * @param meta what more there is to say, or empty
 * @param address of the rows
 */
public record Todo(String id, String kind, String text, String meta, String address) {}
