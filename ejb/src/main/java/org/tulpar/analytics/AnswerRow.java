package org.tulpar.analytics;

import java.time.Instant;

/**
 * An answer of a person that a client waited for.
 *
 * @param client by name, phone or address
 * @param person who gave it; null for the telephone
 * @param since when the client's wait for a person began
 * @param seconds of working time between the two
 */
public record AnswerRow(
    long message,
    long conversation,
    String client,
    String channel,
    String person,
    Instant since,
    Instant at,
    long seconds) {}
