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

  /**
   * @throws LineRefused when lines of this type are set up at the provider, not here
   */
  public GatewayLine of(ChannelType type) {
    return find(type).orElseThrow(LineRefused::noGateway);
  }
}
