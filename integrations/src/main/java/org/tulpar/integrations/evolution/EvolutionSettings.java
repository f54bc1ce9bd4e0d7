package org.tulpar.integrations.evolution;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * The operator's limits for this gateway.
 *
 * @param timeout for one whole call
 */
record EvolutionSettings(Duration timeout) {

  static EvolutionSettings from(Config config) {
    return new EvolutionSettings(
        config
            .getOptionalValue("tulpar.gateway.timeout", Duration.class)
            .orElse(Duration.ofSeconds(10)));
  }
}
