package org.tulpar.conversation.notice;

/**
 * One reason to look at a conversation.
 *
 * @param key the same for the same occasion, another one for the next
 * @param client the name, or an address where there is none
 * @param text what the client said last, or null
 */
public record Notice(long conversation, NoticeKind kind, String key, String client, String text) {}
