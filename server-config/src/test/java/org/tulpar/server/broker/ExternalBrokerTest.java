package org.tulpar.server.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Settings;

class ExternalBrokerTest {

  @Test
  void withoutAUrlTheBrokerIsOurOwn() {
    assertThat(ExternalBroker.of(new Settings(Path.of(""), Map.of()))).isEmpty();
  }

  @Test
  void aBrokerThatIsAwayIsOneSentenceWithItsRemedy() throws IOException {
    assertThatThrownBy(() -> new ExternalBroker("tcp://127.0.0.1:" + closed(), "u", "p").check())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not answer")
        .hasMessageContaining("TULPAR_BROKER_URL");
  }

  @Test
  void anAddressWithoutItsPortIsRefusedAsWritten() {
    assertThatThrownBy(() -> new ExternalBroker("broker.example", "u", "p").check())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("tcp://host:port");
  }

  private static int closed() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
