package org.tulpar.server.payara;

import java.time.Duration;
import java.util.Map;
import org.tulpar.server.machine.LogGrowth;
import org.tulpar.server.machine.Poll;
import org.tulpar.server.machine.Progress;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Secrets;
import org.tulpar.server.machine.Settings;

/**
 * The application on its server. The public port is open only between ready and stop: gateways
 * never repeat what a server that is still loading refuses.
 */
public final class Server {

  private static final Duration MOST = Duration.ofMinutes(15);
  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final String GATE =
      "configs.config.server-config.network-config.network-listeners.network-listener."
          + Hardening.PUBLIC
          + ".enabled";

  /** What a server that lost its database needs to find it again. */
  private static final Duration RECOVERY = Duration.ofSeconds(20);

  private final Settings settings;
  private final PayaraDistribution distribution;
  private final PayaraDomain domain;
  private final Application application;
  private final Readiness readiness;
  private final Progress progress;

  public Server(Settings settings, Secrets secrets, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.distribution = new PayaraDistribution(settings);
    this.domain = new PayaraDomain(distribution, settings, secrets);
    this.application = new Application(settings.ear(), domain.directory());
    this.readiness = new Readiness(settings.ports());
  }

  public boolean isAlive() {
    return domain.process().isAlive();
  }

  /** Alive, the build that lies there now, and ready, at least after a moment of patience. */
  public boolean isCurrent() {
    return isAlive() && application.isCurrent() && Poll.until(RECOVERY, readiness::isReady);
  }

  public boolean isReady() {
    return isAlive() && readiness.isReady();
  }

  public void provision() {
    if (!distribution.isUnpacked()) {
      progress.step("Unpacking Payara", distribution::unpack);
    }
    if (!domain.exists()) {
      progress.step("Creating the server's domain", domain::create);
    }
  }

  public void start(Map<String, String> environment) {
    domain.configure(application);
    var fresh = !application.isCurrent();
    progress.step("Starting the server", () -> domain.start(environment));
    if (fresh) {
      progress.step("Deploying the application", this::deploy);
    }
    progress.step("Waiting until it is ready", this::awaitReady);
    application.markCurrent();
  }

  public void open() {
    domain.asadmin().set(GATE, "true", Duration.ofSeconds(30));
  }

  public void stop() {
    if (isAlive()) {
      close();
    }
    domain.stop();
  }

  /** Gateways repeat a refused connection; they do not repeat a 404 of an application that goes. */
  private void close() {
    try {
      domain.asadmin().set(GATE, "false", SHORT);
    } catch (Refusal e) {
      progress.say("  ! the public port did not close before the stop: " + e.getMessage());
    }
  }

  private void deploy() {
    var options =
        Map.of("DEFAULT", application.ear().toString(), "name", Application.NAME, "force", "true");
    try {
      domain.asadmin().run("deploy", options, patience().multipliedBy(3));
      // Payara makes the job repository's tables at the first question about jobs only.
      domain.asadmin().run("list-batch-jobs", Map.of(), patience());
    } catch (Refusal e) {
      throw new Refusal(
          "The application was not deployed: %s The reason is in %s."
              .formatted(e.getMessage(), settings.state().log("server")),
          e);
    }
  }

  /** A slow machine is given time as long as the server's log goes on. */
  private void awaitReady() {
    var log = new LogGrowth(settings.state().log("server"), settings.patience());
    if (!Poll.until(MOST, () -> !isAlive() || log.isStuck() || readiness.isReady())
        || !readiness.isReady()) {
      throw new Refusal(
          "The application did not become ready (%s); the reason is in %s."
              .formatted(readiness.lastAnswer(), settings.state().log("server")));
    }
  }

  private Duration patience() {
    return settings.patience();
  }
}
