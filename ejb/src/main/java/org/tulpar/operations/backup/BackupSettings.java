package org.tulpar.operations.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of backups, read once. */
@ApplicationScoped
class BackupSettings {

  /** Tells the runs of this start of the server from those of an earlier one. */
  private final String life = UUID.randomUUID().toString();

  private String node;
  private int keepDays;
  private Duration timeout;

  BackupSettings() {}

  @Inject
  BackupSettings(
      @ConfigProperty(name = "tulpar.node", defaultValue = "tulpar") String node,
      @ConfigProperty(name = "tulpar.backup.keep-days", defaultValue = "30") int keepDays,
      @ConfigProperty(name = "tulpar.backup.timeout", defaultValue = "PT2H") Duration timeout) {
    this.node = node;
    this.keepDays = keepDays;
    this.timeout = timeout;
  }

  /** The name under which this server runs its backups. */
  String node() {
    return node;
  }

  String life() {
    return life;
  }

  /** How long a dump is kept. */
  Retention retention() {
    return new Retention(keepDays);
  }

  /**
   * One tool may run for {@code tulpar.backup.timeout}; a whole run is dead after three times that.
   */
  Duration longestRun() {
    return timeout.multipliedBy(3);
  }
}
