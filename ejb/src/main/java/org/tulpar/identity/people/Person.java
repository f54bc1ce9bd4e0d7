package org.tulpar.identity.people;

import java.io.Serializable;
import java.time.Instant;
import org.tulpar.identity.Role;

/**
 * Somebody who works here, or did.
 *
 * @param passwordUntil until when the one-time password holds, or null when the person has set
 *     their own
 * @param programs keys of programs that stand for this person
 */
public record Person(
    long id,
    String login,
    String name,
    Role role,
    boolean active,
    Instant passwordUntil,
    int programs)
    implements Serializable {}
