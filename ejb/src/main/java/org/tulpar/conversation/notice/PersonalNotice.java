package org.tulpar.conversation.notice;

/** A reason, and whom it concerns. */
public record PersonalNotice(long userId, Notice notice) {}
