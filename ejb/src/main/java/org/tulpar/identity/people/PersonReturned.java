package org.tulpar.identity.people;

/**
 * A person's switching off is undone: what they had in hand is theirs again. Fired inside of the
 * transaction that does it.
 *
 * @param by who had switched them off
 */
public record PersonReturned(long userId, long by) {}
