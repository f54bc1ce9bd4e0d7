package org.tulpar.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.tulpar.operations.BrokerProbe;

/** Without its broker a node would accept messages and not work on them. */
@Readiness
@ApplicationScoped
public class BrokerReady implements HealthCheck {

  @Inject private Check check;
  @Inject private Instance<BrokerProbe> broker;

  @Override
  public HealthCheckResponse call() {
    return check.named("broker", () -> broker.forEach(BrokerProbe::check));
  }
}
