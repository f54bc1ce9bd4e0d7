package org.tulpar.integrations.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class PushSettingsTest {

  @Test
  void whatGatewaysMayCallOpensNothingToWhoeverNamesABrowser() {
    assertThat(settings(Map.of("tulpar.outbound.allow-private", true)).allowPrivate()).isFalse();
    assertThat(settings(Map.of("tulpar.push.allow-private", true)).allowPrivate()).isTrue();
  }

  private static PushSettings settings(Map<String, ?> values) {
    return PushSettings.from(
        (Config)
            Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (self, method, arguments) -> Optional.ofNullable(values.get(arguments[0]))));
  }
}
