package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application answers after its deployment, and answers the same after a restart. */
@ExtendWith(OnTheServer.class)
class RestartIT {

  private static final Map<String, Integer> EXPECTED =
      Map.of("health", 200, "login", 200, "webhook", 200, "webhook of nobody", 401);

  @Test
  void afterTheDeployment() {
    assertThat(FirstAnswers.keptFromTheDeployment()).isEqualTo(EXPECTED);
  }

  @Test
  void afterTheRestart() {
    assertThat(FirstAnswers.ask()).isEqualTo(EXPECTED);
  }
}
