package org.tulpar.channel;

import java.net.URI;
import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/** What it takes to call a channel's gateway. Holds a secret: never logged, never shown. */
public record ChannelAccess(
    OrganizationId organization,
    UUID id,
    ChannelType type,
    String instance,
    URI apiUrl,
    String apiKey) {

  @Override
  public String toString() {
    return "ChannelAccess[" + type + " " + id + "]";
  }
}
