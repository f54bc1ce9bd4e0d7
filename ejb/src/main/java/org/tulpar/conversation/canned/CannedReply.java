package org.tulpar.conversation.canned;

/**
 * An answer under a short name.
 *
 * @param shortcut what is typed behind the slash
 * @param body with places as {@code {client.name}}
 */
public record CannedReply(long id, String shortcut, String body) {}
