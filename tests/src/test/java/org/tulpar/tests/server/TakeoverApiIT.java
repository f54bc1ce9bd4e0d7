package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program takes a conversation and gives it back; its key opens its own organization only. */
@ExtendWith(OnTheServer.class)
class TakeoverApiIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String NUMBER = "77040000031";

  private final Demo.Company ours = Demo.read().organizations().get(0);
  private final Demo.Company theirs = Demo.read().organizations().get(1);

  @Test
  void aProgramPassesTheWord() {
    assertThat(Http.webhook(ours.channel(), Wire.message(NUMBER, "Есть вопрос")).statusCode())
        .isEqualTo(200);
    await().atMost(SOON).until(() -> Stored.ofConversation("id", NUMBER) != null);
    var id = Stored.ofConversation("id", NUMBER);

    assertThat(call(id, "takeover", "Bearer wrong")).isEqualTo(401);
    assertThat(call(id, "takeover", "Bearer " + theirs.apiKey())).isEqualTo(404);
    assertThat(Stored.ofConversation("handler", NUMBER)).isEqualTo("BOT");

    assertThat(call(id, "takeover", "Bearer " + ours.apiKey())).isEqualTo(204);
    assertThat(Stored.ofConversation("handler", NUMBER)).isEqualTo("HUMAN");
    assertThat(Stored.ofConversation("handler_epoch", NUMBER)).isEqualTo("1");

    assertThat(call(id, "return", "Bearer " + ours.apiKey())).isEqualTo(204);
    assertThat(Stored.ofConversation("handler", NUMBER)).isEqualTo("BOT");
    assertThat(
            Stored.count(
                "select count(*) from audit_event where data ->> 'origin' = 'API' and"
                    + " conversation_id = ?",
                Long.valueOf(id)))
        .isEqualTo(2);
  }

  private static int call(String conversation, String act, String key) {
    var url = Installation.TESTED.url() + "/api/v1/conversations/" + conversation + "/" + act;
    return Http.post(url, new byte[0], "Authorization", key).statusCode();
  }
}
