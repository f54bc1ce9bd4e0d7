package org.tulpar.conversation.followup;

import java.time.Instant;

/**
 * A message that is planned, or was and did not go out.
 *
 * @param person who planned it
 * @param onlyIfSilent not when the client has written until then
 * @param reason why it was not sent: the end of a key; or null
 */
public record FollowUp(
    long id,
    long userId,
    String person,
    String text,
    Instant dueAt,
    boolean onlyIfSilent,
    FollowUpStatus status,
    String reason) {}
