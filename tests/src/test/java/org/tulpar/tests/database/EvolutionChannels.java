package org.tulpar.tests.database;

import java.util.Optional;
import java.util.UUID;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelType;
import org.tulpar.tenant.OrganizationId;

/** Every channel is one of Evolution, and its gateway is known. */
final class EvolutionChannels extends ChannelDirectory {

  @Override
  public Optional<ChannelAccess> access(OrganizationId organization, UUID channel) {
    return Optional.of(
        new ChannelAccess(organization, channel, ChannelType.EVOLUTION, "wa-1", null, ""));
  }
}
