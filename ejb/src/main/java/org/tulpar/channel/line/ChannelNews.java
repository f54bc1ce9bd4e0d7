package org.tulpar.channel.line;

import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/** The state of a channel has changed on some node; heard on every one. */
public record ChannelNews(OrganizationId organization, UUID channel) {}
