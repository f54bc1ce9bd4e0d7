package org.tulpar.conversation.hours;

import java.time.Instant;

/**
 * Until when a client shall be answered.
 *
 * @param first whether it is the first answer of a person in the conversation
 * @param warns when it becomes urgent
 */
public record Deadline(boolean first, Instant warns, Instant due) {}
