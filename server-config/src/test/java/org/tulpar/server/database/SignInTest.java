package org.tulpar.server.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.tulpar.server.machine.Refusal;

class SignInTest {

  @Test
  void aDatabaseThatIsAwayIsOneSentenceWithItsRemedy() throws IOException {
    var url = "jdbc:postgresql://127.0.0.1:%d/tulpar".formatted(closed());
    assertThatThrownBy(() -> new SignIn(url, "tulpar_app", "secret", "TULPAR_X").check())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not answer")
        .hasMessageContaining("TULPAR_DATABASE_URL")
        .hasMessageNotContaining("secret");
  }

  private static int closed() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
