package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Beyond what can be kept a gateway is asked to come later, and only that of the organization that
 * floods.
 */
@ExtendWith(OnTheServer.class)
class OverloadIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  /** What may wait of one organization, as long as nobody says otherwise. */
  private static final int MOST = 50_000;

  private final Demo demo = Demo.read();
  private final Demo.Channel calm = demo.organizations().get(0).channel();
  private final Demo.Channel floods = demo.organizations().get(1).channel();

  @Test
  void whoeverFloodsIsAskedToComeLaterAndNobodyElse() {
    Planted.waitingEvents(floods, MOST);
    await().atMost(SOON).until(() -> post(floods, "77040000041").statusCode() == 503);
    var refused = post(floods, "77040000042");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(MOST / 500);
    assertThat(Stored.messagesFrom("77040000042")).isZero();

    assertThat(post(calm, "77040000043").statusCode()).isEqualTo(200);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(Gateway.sentTo(calm.instance(), "77040000043")).isNotEmpty());

    assertThat(Swept.waitingEvents(floods)).isEqualTo(MOST);
    await().atMost(SOON).until(() -> post(floods, "77040000042").statusCode() == 200);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(Stored.messagesFrom("77040000042")).isEqualTo(1));
  }

  @AfterEach
  void leaveNothing() {
    Swept.waitingEvents(floods);
  }

  private static HttpResponse<String> post(Demo.Channel channel, String number) {
    return Http.webhook(channel, Wire.message(number, "Сколько стоит тур?"));
  }
}
