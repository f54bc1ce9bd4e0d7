package org.tulpar.channel.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.tulpar.channel.ChannelType;

/** Where we are for gateways, and which gateway new lines are made at. */
@ApplicationScoped
class LineSettings {

  private static final String TELEGRAM = "tulpar.telegram.url";
  private static final String CLOUD = "tulpar.whatsapp-cloud.url";
  private static final String CHAT2DESK = "tulpar.chat2desk.url";

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

  /**
   * Where the accounts of this provider are opened.
   *
   * @throws LineRefused when its lines have no accounts but are made
   */
  URI api(ChannelType type) {
    return switch (type) {
      case TELEGRAM -> address(TELEGRAM, "https://api.telegram.org");
      case WHATSAPP_CLOUD -> address(CLOUD, "https://graph.facebook.com/v23.0");
      case CHAT2DESK -> address(CHAT2DESK, "https://api.chat2desk.com");
      case EVOLUTION -> throw LineRefused.noGateway();
    };
  }

  private URI address(String key, String usual) {
    return config.getOptionalValue(key, URI.class).orElseGet(() -> URI.create(usual));
  }
}
