package org.tulpar.analytics;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's answer that a client waited for.
 *
 * @param userId who gave it, or null when the telephone did
 * @param since when the client's wait for a person began
 */
record HumanAnswer(
    long conversation, UUID channel, long message, Long userId, Instant since, Instant at) {}
