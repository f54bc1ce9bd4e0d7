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

  @Test
  void what_is_lost_on_its_way_counts_as_a_try() {
    var again = Delivered.lost(tried(52), "absent", new Random(7));
    assertThat(again.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(again.pause()).isPositive();
    var last = Delivered.lost(tried(53), "absent", new Random(7));
    assertThat(last.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(last.code()).isEqualTo("gave_up");
  }

  private static Delivered after(int attempts, SendResult result) {
    return Delivered.of(tried(attempts), result, new Random(7));
  }

  private static Outgoing tried(int attempts) {
    return new Outgoing(
        new OrganizationId(new UUID(0, 9)),
        1,
        1,
        new UUID(0, 1),
        attempts,
        "somebody",
        "words",
        null,
        Instant.EPOCH);
  }
}
