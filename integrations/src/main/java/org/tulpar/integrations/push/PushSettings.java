package org.tulpar.integrations.push;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.tulpar.integrations.http.GatewaySettings;

/**
 * The operator's word on notices to closed browsers.
 *
 * @param keys of the installation; null: none are sent
 * @param contact whom a push service turns to, {@code mailto:} or {@code https:}, or null
 * @param allowPrivate whether a push service may be one inside, as the simulated one is; any person
 *     names one, so what gateways may call says nothing of it
 * @param timeout for one call
 */
record PushSettings(String keys, String contact, boolean allowPrivate, Duration timeout) {

  static PushSettings from(Config config) {
    var on = config.getOptionalValue("tulpar.push.enabled", Boolean.class).orElse(true);
    return new PushSettings(
        config.getOptionalValue("tulpar.push.keys", String.class).filter(keys -> on).orElse(null),
        config
            .getOptionalValue("tulpar.push.contact", String.class)
            .or(() -> config.getOptionalValue("tulpar.public-url", String.class))
            .filter(contact -> contact.startsWith("mailto:") || contact.startsWith("https:"))
            .orElse(null),
        config.getOptionalValue("tulpar.push.allow-private", Boolean.class).orElse(false),
        GatewaySettings.from(config).timeout());
  }
}
