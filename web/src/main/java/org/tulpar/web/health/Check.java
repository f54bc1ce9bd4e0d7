package org.tulpar.web.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Turns a probe that throws or hangs into an answer within two seconds; the reason goes to the log,
 * not to whoever asks.
 */
@ApplicationScoped
class Check {

  private static final Logger LOG = Logger.getLogger(Check.class.getName());
  private static final long SECONDS = 2;

  @Resource private ManagedExecutorService executor;

  HealthCheckResponse named(String name, Runnable probe) {
    var running = executor.submit(probe);
    try {
      running.get(SECONDS, TimeUnit.SECONDS);
      return HealthCheckResponse.up(name);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, e, () -> name + " is not ready");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.cancel(true);
    }
    return HealthCheckResponse.down(name);
  }
}
