package org.tulpar.web.health;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Turns a probe that throws into an answer; the reason goes to the log, not to whoever asks. */
final class Check {

  private static final Logger LOG = Logger.getLogger(Check.class.getName());

  private Check() {}

  static HealthCheckResponse named(String name, Runnable probe) {
    try {
      probe.run();
      return HealthCheckResponse.up(name);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> name + " is not ready");
      return HealthCheckResponse.down(name);
    }
  }
}
