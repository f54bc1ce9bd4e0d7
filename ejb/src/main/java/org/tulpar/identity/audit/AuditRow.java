package org.tulpar.identity.audit;

import java.time.Instant;
import java.util.Map;

/**
 * Something that was done.
 *
 * @param type dotted, in the past tense
 * @param person who did it, or null when it came about by itself
 * @param client the name on her card, or null
 * @param channel its name, or null
 * @param other the person to whom it was done, or null
 * @param facts what else was kept of it
 */
public record AuditRow(
    long id,
    Instant at,
    String type,
    String person,
    Long conversationId,
    Long clientId,
    String client,
    String channel,
    String other,
    Map<String, String> facts) {}
