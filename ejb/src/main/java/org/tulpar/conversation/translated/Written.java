package org.tulpar.conversation.translated;

/**
 * What a person wrote, as opposed to what is sent.
 *
 * @param language in which she wrote (ISO 639-1)
 * @param into the client's language
 * @param author her name: it may be mentioned
 * @param confirmed she has seen what the translation has lost or changed, and sends it
 */
public record Written(
    String text, String language, String into, String author, boolean confirmed) {}
