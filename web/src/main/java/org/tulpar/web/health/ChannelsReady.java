package org.tulpar.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.tulpar.dialogue.outbound.Delivery;
import org.tulpar.operations.ChannelStates;

/**
 * How many channels are connected, and how many gateways do not answer this node. A closed one is
 * somebody's telephone without a battery, not a reason to take a node out of work, so this check
 * says so and stays up.
 */
@Readiness
@ApplicationScoped
public class ChannelsReady implements HealthCheck {

  @Inject private Check check;
  @Inject private ChannelStates channels;
  @Inject private Delivery delivery;

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("channels").up();
    check
        .ask("channels", channels::count)
        .ifPresentOrElse(
            counts ->
                answer
                    .withData("open", counts.open())
                    .withData("closed", counts.closed())
                    .withData("suspended", delivery.suspended().size()),
            () -> answer.withData("known", false));
    return answer.build();
  }
}
