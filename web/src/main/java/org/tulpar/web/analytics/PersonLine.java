package org.tulpar.web.analytics;

/**
 * How soon a person answered.
 *
 * @param most nine of ten answers came within this time
 * @param conversations in which they were given
 */
public record PersonLine(
    String name, String median, String most, String answers, Counter conversations) {}
