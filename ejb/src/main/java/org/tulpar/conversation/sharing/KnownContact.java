package org.tulpar.conversation.sharing;

/**
 * Somebody whose number the organization has.
 *
 * @param kind CLIENT or PARTNER
 * @param phone as it is written in a card
 */
public record KnownContact(String name, String phone, String kind) {}
