package org.tulpar.integrations.http;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * The operator's limits for calls of messengers.
 *
 * @param timeout for one whole call
 * @param fileTimeout for one whole file, in or out
 */
public record GatewaySettings(Duration timeout, Duration fileTimeout) {

  private static final Duration FILE = Duration.ofSeconds(60);

  public GatewaySettings(Duration timeout) {
    this(timeout, FILE);
  }

  public static GatewaySettings from(Config config) {
    return new GatewaySettings(
        config
            .getOptionalValue("tulpar.gateway.timeout", Duration.class)
            .orElse(Duration.ofSeconds(10)),
        config.getOptionalValue("tulpar.media.timeout", Duration.class).orElse(FILE));
  }
}
