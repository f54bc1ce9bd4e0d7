package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.channel.Routing;
import org.tulpar.channel.line.GatewayLine;
import org.tulpar.channel.line.LineRefused;

/**
 * The secret by which a gateway's webhooks are known: it is registered, changed and forgotten, and
 * no webhook is refused meanwhile.
 */
class LineSecretsTest {

  @RegisterExtension final OneLine one = new OneLine();

  @Test
  void aRegistrationThatGotLostIsSetAgain() throws SQLException {
    one.lookAtIt();
    assertThat(one.gateway.registered).as("it was right").isZero();
    one.gateway.registration = null;
    one.lookAtIt();
    assertThat(one.gateway.registered).isEqualTo(1);
    assertThat(one.opens(one.gateway.registration)).isTrue();
    one.gateway.registration = new GatewayLine.Registration("http://elsewhere", "Bearer other");
    one.lookAtIt();
    assertThat(one.gateway.registered).isEqualTo(2);
  }

  @Test
  void aChannelThatWasMadeElsewhereGetsASecretWhenItsRegistrationIsLost() throws SQLException {
    one.change("update channel set webhook_secret_sealed = null where organization_id = ?");
    one.gateway.registration = null;
    one.lookAtIt();
    assertThat(one.gateway.registered).as("not before every node knows the secret").isZero();
    one.clock.move(Duration.ofSeconds(9));
    one.lookAtIt();
    assertThat(one.gateway.registered).isEqualTo(1);
    assertThat(one.opens(one.gateway.registration)).isTrue();
  }

  @Test
  void noWebhookIsRefusedWhileTheSecretChanges() throws SQLException {
    one.lookAtIt();
    var nodes = List.of(one.node(), one.node(), one.node());
    Deque<GatewayLine.Registration> repeated = new ArrayDeque<>();
    for (int rotation = 0; rotation < 3; rotation++) {
      one.clock.move(Duration.ofMinutes(31));
      repeated.clear();
      for (int tenth = 0; tenth < 200; tenth++) {
        if (tenth == 13) {
          one.rotate();
        }
        if (tenth == 14) { // a look that came just then leaves the secret alone
          one.lookAtIt();
        }
        if (tenth == 13 + 90) { // the watch comes when the new secret is known everywhere
          one.lookAtIt();
        }
        repeated.addLast(one.gateway.registration);
        for (var node : nodes) {
          post(node, one.gateway.registration, tenth);
          post(node, repeated.getFirst(), tenth);
        }
        one.clock.move(Duration.ofMillis(100));
      }
      assertThat(repeated.getFirst()).isNotEqualTo(repeated.getLast());
      assertThat(
              one.look(
                  "select watch_at - rotated_at >= interval '8 seconds' from channel_route where"
                      + " organization_id = ?"))
          .isEqualTo("t");
    }
  }

  @Test
  void aSecondChangeWaitsForTheFirst() throws SQLException {
    one.rotate();
    assertThatThrownBy(one::rotate).isInstanceOf(LineRefused.class);
    one.clock.move(Duration.ofHours(1));
    assertThatThrownBy(one::rotate).as("the gateway has it not").isInstanceOf(LineRefused.class);
    one.lookAtIt();
    one.rotate();
  }

  @Test
  void theOldSecretEndsAfterADay() throws SQLException {
    one.lookAtIt();
    var old = one.gateway.registration;
    one.rotate();
    one.clock.move(Duration.ofHours(23));
    one.lookAtIt();
    assertThat(one.opens(old)).isTrue();
    one.clock.move(Duration.ofHours(2));
    one.lookAtIt();
    assertThat(one.opens(old)).isFalse();
    assertThat(one.opens(one.gateway.registration)).isTrue();
  }

  private static void post(Routing node, GatewayLine.Registration registration, int tenth)
      throws SQLException {
    assertThat(OneLine.found(node, registration)).as("at tenth of a second %d", tenth).isTrue();
  }
}
