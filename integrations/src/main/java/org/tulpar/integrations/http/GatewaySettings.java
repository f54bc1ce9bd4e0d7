package org.tulpar.integrations.http;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * The operator's limits for calls of messengers.
 *
 * @param timeout for one whole call
 */
public record GatewaySettings(Duration timeout) {

  public static GatewaySettings from(Config config) {
    return new GatewaySettings(
        config
            .getOptionalValue("tulpar.gateway.timeout", Duration.class)
            .orElse(Duration.ofSeconds(10)));
  }
}
