package org.tulpar.channel.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.Config;

/** Where we are for gateways, and which gateway new lines are made at. */
@ApplicationScoped
class LineSettings {

  @Inject private Config config;

  /** Our address as gateways reach it, without a slash at its end. */
  String publicUrl() {
    return config.getValue("tulpar.public-url", String.class).replaceAll("/+$", "");
  }

  /** Null when the operator named none. */
  URI gateway() {
    return config.getOptionalValue("tulpar.evolution.url", URI.class).orElse(null);
  }

  /** Opens the gateway for making instances; null when the operator named none. */
  String masterKey() {
    return config.getOptionalValue("tulpar.evolution.api-key", String.class).orElse(null);
  }
}
