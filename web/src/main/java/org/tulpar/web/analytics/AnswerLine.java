package org.tulpar.web.analytics;

/**
 * An answer of a person as it is shown.
 *
 * @param waited working time
 * @param exact when it was given, in full
 */
public record AnswerLine(
    long conversation,
    String client,
    String person,
    String channel,
    String waited,
    boolean late,
    String at,
    String exact) {}
