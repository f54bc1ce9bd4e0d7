package org.tulpar.server.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void countsEveryPortFromTheBase() {
    var ports = Ports.parse("8080");
    assertThat(
            Set.of(
                ports.web(), ports.admin(), ports.simulator(), ports.database(), ports.internal()))
        .containsExactlyInAnyOrder(8080, 8081, 8082, 8083, 8084);
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> Ports.parse("web"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("TULPAR_PORT");
  }

  @Test
  void refusesABaseWhoseLastPortDoesNotExist() {
    assertThat(new Ports(65531).internal()).isEqualTo(65535);
    assertThatThrownBy(() -> new Ports(65532)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Ports(0)).isInstanceOf(Refusal.class);
  }
}
