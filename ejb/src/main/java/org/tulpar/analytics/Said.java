package org.tulpar.analytics;

import java.time.Instant;
import java.util.UUID;

/**
 * What happened in a conversation, as far as it tells who waits for whom.
 *
 * @param id of the message; of no meaning for the others
 * @param storedAt when it was stored: a message and what it brought about have the same moment
 * @param userId who wrote it, or null when the telephone did
 */
record Said(
    long conversation,
    UUID channel,
    long id,
    Kind kind,
    Instant at,
    Instant storedAt,
    Long userId) {

  enum Kind {
    CLIENT,
    BOT,
    MANAGER,
    /** The bot has called a person. */
    HANDED_OVER,
    /** A person took it, or was given it. */
    TO_PERSON,
    /** The bot has the word again. */
    TO_BOT
  }
}
