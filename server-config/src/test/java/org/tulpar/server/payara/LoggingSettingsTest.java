package org.tulpar.server.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggingSettingsTest {

  @Test
  void setsEachKeyOnceAndKeepsTheOthers() {
    var once = LoggingSettings.merged("a=1\nb=2\n", Map.of("b", "3"));
    assertThat(once).isEqualTo("a=1\nb=3\n");
    assertThat(LoggingSettings.merged(once, Map.of("b", "3"))).isEqualTo(once);
  }
}
