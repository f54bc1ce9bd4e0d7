package org.tulpar.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.tulpar.operations.ChannelStates;

/**
 * How many channels are connected. A closed one is somebody's telephone without a battery, not a
 * reason to take a node out of work, so this check says so and stays up.
 */
@Readiness
@ApplicationScoped
public class ChannelsReady implements HealthCheck {

  @Inject private ChannelStates channels;

  @Override
  public HealthCheckResponse call() {
    try {
      var counts = channels.count();
      return HealthCheckResponse.named("channels")
          .up()
          .withData("open", counts.open())
          .withData("closed", counts.closed())
          .build();
    } catch (IllegalStateException e) {
      return HealthCheckResponse.named("channels").up().withData("known", false).build();
    }
  }
}
