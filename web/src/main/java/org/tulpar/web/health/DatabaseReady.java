package org.tulpar.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.tulpar.operations.DatabaseProbe;

/** Without its database a node must not be given work. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

  @Inject private Check check;
  @Inject private DatabaseProbe database;

  @Override
  public HealthCheckResponse call() {
    return check.named("database", database::check);
  }
}
