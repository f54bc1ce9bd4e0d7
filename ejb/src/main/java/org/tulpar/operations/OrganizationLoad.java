package org.tulpar.operations;

import java.time.Instant;

/**
 * An organization as the operator sees it: how much, never what.
 *
 * @param liveAt since when it works with clients; null while it is being set up
 * @param people who may come in
 * @param open of its channels, those that are connected
 * @param messages of clients, the bot and people in the last seven days, as far as they are counted
 * @param waiting events that are acknowledged and not yet applied
 * @param failed events that were set aside
 */
public record OrganizationLoad(
    String name,
    Instant createdAt,
    Instant liveAt,
    long people,
    long channels,
    long open,
    long messages,
    long waiting,
    long failed) {}
