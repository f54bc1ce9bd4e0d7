package org.tulpar.dialogue.flow;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.ChannelType;

/** Finds the adapter of a channel's type. */
@ApplicationScoped
public class Providers {

  @Inject @Any private Instance<ChannelPayloads> payloads;
  @Inject @Any private Instance<ChannelGateway> gateways;

  /** Found once: asking the container looks through its beans, which each webhook would pay for. */
  private final Map<ChannelType, ChannelPayloads> readers = new EnumMap<>(ChannelType.class);

  private final Map<ChannelType, ChannelGateway> senders = new EnumMap<>(ChannelType.class);

  @PostConstruct
  void find() {
    payloads.stream().forEach(reader -> readers.put(reader.type(), reader));
    gateways.stream().forEach(sender -> senders.put(sender.type(), sender));
  }

  public ChannelPayloads payloads(ChannelType type) {
    return there(readers.get(type), type);
  }

  public ChannelGateway gateway(ChannelType type) {
    return there(senders.get(type), type);
  }

  private static <T> T there(T adapter, ChannelType type) {
    if (adapter == null) {
      throw new IllegalStateException("no adapter for " + type);
    }
    return adapter;
  }
}
