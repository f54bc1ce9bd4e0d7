package org.tulpar.channel.line;

import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/** The state of a channel has changed; told to the pages after the commit. */
public record ChannelChanged(OrganizationId organization, UUID channel) {}
