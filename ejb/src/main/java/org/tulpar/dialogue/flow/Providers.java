package org.tulpar.dialogue.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.ChannelType;

/** Finds the adapter of a channel's type. */
@ApplicationScoped
public class Providers {

  @Inject @Any private Instance<ChannelPayloads> payloads;
  @Inject @Any private Instance<ChannelGateway> gateways;

  public ChannelPayloads payloads(ChannelType type) {
    return payloads.stream()
        .filter(candidate -> candidate.type() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no adapter reads " + type));
  }

  public ChannelGateway gateway(ChannelType type) {
    return gateways.stream()
        .filter(candidate -> candidate.type() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no adapter sends to " + type));
  }
}
