package org.tulpar.conversation.translated;

/**
 * Whom a conversation is held with.
 *
 * @param name how she calls herself, or null
 * @param language that she speaks (ISO 639-1), or null while unknown
 */
public record Counterpart(String name, String language) {}
