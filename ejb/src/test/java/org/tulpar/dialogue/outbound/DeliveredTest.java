package org.tulpar.dialogue.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.SendResult;
import org.tulpar.dialogue.outbound.Delivered.Outcome;
import org.tulpar.tenant.OrganizationId;

class DeliveredTest {

  private static final SendResult DEFERRED =
      new SendResult.Deferred("gateway_unavailable", "503", null);

  @Test
  void what_is_deferred_is_tried_again() {
    var delivered = after(52, DEFERRED);
    assertThat(delivered.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(delivered.code()).isEqualTo("gateway_unavailable");
    assertThat(delivered.pause()).isPositive();
  }

  @Test
  void after_three_quick_and_fifty_slow_tries_it_is_given_up() {
    var delivered = after(53, DEFERRED);
    assertThat(delivered.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(delivered.code()).isEqualTo("gave_up");
    assertThat(delivered.detail()).as("the gateway's last word").isEqualTo("503");
    assertThat(delivered.pause()).isNull();
  }

  @Test
  void no_wish_of_the_provider_makes_it_more_tries() {
    var wished = new SendResult.Deferred("rate_limited", "429", Duration.ofSeconds(30));
    assertThat(after(53, wished).code()).isEqualTo("gave_up");
  }

  private static Delivered after(int attempts, SendResult result) {
    var message =
        new Outgoing(
            new OrganizationId(new UUID(0, 9)),
            1,
            1,
            new UUID(0, 1),
            attempts,
            "somebody",
            "words",
            null,
            Instant.EPOCH);
    return Delivered.of(message, result, new Random(7));
  }
}
