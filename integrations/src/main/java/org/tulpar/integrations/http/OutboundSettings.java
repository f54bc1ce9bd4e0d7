package org.tulpar.integrations.http;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * The operator's limits for outbound calls.
 *
 * @param allowPrivate organizations may name addresses inside the operator's network
 * @param connectTimeout for the connection and, separately, for the wait for a free one
 * @param maxAnswerBytes an answer that is longer is not read to its end
 */
public record OutboundSettings(boolean allowPrivate, Duration connectTimeout, int maxAnswerBytes) {

  OutboundSettings publicOnly() {
    return new OutboundSettings(false, connectTimeout, maxAnswerBytes);
  }

  static OutboundSettings from(Config config) {
    return new OutboundSettings(
        config.getOptionalValue("tulpar.outbound.allow-private", Boolean.class).orElse(false),
        config
            .getOptionalValue("tulpar.outbound.connect-timeout", Duration.class)
            .orElse(Duration.ofSeconds(3)),
        config
            .getOptionalValue("tulpar.outbound.max-answer-bytes", Integer.class)
            .orElse(4 * 1024 * 1024));
  }
}
