package org.tulpar.conversation.hours;

import java.util.UUID;

/**
 * How a channel's conversations find a person, and how soon she answers.
 *
 * @param promise what differs from the organization
 * @param inTurn people are given what the bot cannot answer, one after another
 * @param team whose people; null for all who answer
 */
public record ChannelRule(UUID id, String name, Promise promise, boolean inTurn, Long team) {}
