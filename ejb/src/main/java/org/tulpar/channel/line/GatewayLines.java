package org.tulpar.channel.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tulpar.channel.ChannelType;

/** Finds the adapter that sets up lines of a type; not every provider has lines to set up. */
@ApplicationScoped
public class GatewayLines {

  @Inject @Any private Instance<GatewayLine> lines;

  public Optional<GatewayLine> find(ChannelType type) {
    return lines.stream().filter(line -> line.type() == type).findFirst();
  }

  boolean opensByKey(ChannelType type) {
    return find(type).filter(KeyedLine.class::isInstance).isPresent();
  }

  PairedLine paired(ChannelType type) {
    return of(type, PairedLine.class);
  }

  KeyedLine keyed(ChannelType type) {
    return of(type, KeyedLine.class);
  }

  private <T extends GatewayLine> T of(ChannelType type, Class<T> kind) {
    return find(type).filter(kind::isInstance).map(kind::cast).orElseThrow(LineRefused::noGateway);
  }
}
