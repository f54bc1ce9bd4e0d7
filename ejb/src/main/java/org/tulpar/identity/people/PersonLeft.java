package org.tulpar.identity.people;

/**
 * A person is switched off, and what they had in hand goes back to everybody. Fired inside of the
 * transaction that does it, and only when it was asked for.
 *
 * @param by who did it
 */
public record PersonLeft(long userId, long by) {}
