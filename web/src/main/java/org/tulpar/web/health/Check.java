package org.tulpar.web.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Asks a probe that may throw or hang, and has an answer within two seconds; the reason of a
 * failure goes to the log, not to whoever asks.
 */
@ApplicationScoped
class Check {

  private static final Logger LOG = Logger.getLogger(Check.class.getName());
  private static final long SECONDS = 2;

  @Resource private ManagedExecutorService executor;

  HealthCheckResponse named(String name, Runnable probe) {
    Callable<Boolean> question =
        () -> {
          probe.run();
          return true;
        };
    return ask(name, question).isPresent()
        ? HealthCheckResponse.up(name)
        : HealthCheckResponse.down(name);
  }

  /** Empty when there was no answer. */
  <T> Optional<T> ask(String name, Callable<T> probe) {
    var running = executor.submit(probe);
    try {
      return Optional.of(running.get(SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, e, () -> name + " gave no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.cancel(true);
    }
    return Optional.empty();
  }
}
