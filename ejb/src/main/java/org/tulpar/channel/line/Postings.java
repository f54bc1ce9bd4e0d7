package org.tulpar.channel.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.line.GatewayLine.Registration;

/** Where a line's gateway is to post to, and with which secret. */
@ApplicationScoped
class Postings {

  @Inject private LineSettings settings;
  @Inject private Seals seals;

  /**
   * @param sealed null for a line that was not made here
   */
  Registration of(ChannelType type, UUID channel, String key, byte[] sealed) {
    return of(type, key, sealed == null ? null : seals.open(channel, sealed));
  }

  Registration of(ChannelType type, String key, String secret) {
    return Registration.of(settings.publicUrl() + "/webhooks/" + type.path() + "/" + key, secret);
  }
}
