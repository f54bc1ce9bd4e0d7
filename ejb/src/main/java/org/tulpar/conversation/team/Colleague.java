package org.tulpar.conversation.team;

/** Somebody of the organization who answers clients. */
public record Colleague(long id, String name) {}
