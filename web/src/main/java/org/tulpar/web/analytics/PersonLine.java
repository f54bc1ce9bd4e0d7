package org.tulpar.web.analytics;

/**
 * How soon a person answered.
 *
 * @param most nine of ten answers came within this time
 * @param written messages, whether anybody waited for them or not
 * @param conversations in which the answers were given
 */
public record PersonLine(
    String name,
    Counter median,
    Counter most,
    Counter answers,
    Counter written,
    Counter conversations) {}
