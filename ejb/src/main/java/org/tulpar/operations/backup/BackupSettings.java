package org.tulpar.operations.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of backups, read once. */
@ApplicationScoped
class BackupSettings {

  @Inject
  @ConfigProperty(name = "tulpar.node", defaultValue = "tulpar")
  String node;

  /** Days a dump is kept. */
  @Inject
  @ConfigProperty(name = "tulpar.backup.keep-days", defaultValue = "30")
  int keepDays;

  /** How long one tool may run; a whole run is dead after three times that. */
  @Inject
  @ConfigProperty(name = "tulpar.backup.timeout", defaultValue = "PT2H")
  Duration timeout;

  Duration longestRun() {
    return timeout.multipliedBy(3);
  }
}
