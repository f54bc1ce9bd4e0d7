package org.tulpar.dialogue.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.OrganizationId;

/** Who is sent away when too much waits. */
class DepthTest {

  private final OrganizationId flood = new OrganizationId(UUID.randomUUID());
  private final OrganizationId quiet = new OrganizationId(UUID.randomUUID());

  @Test
  void whoFloodsIsSentAwayAlone() {
    var depth = new Depth(Map.of(flood, 1_000L, quiet, 3L), 1_000, 10_000);
    assertThat(depth.refusal(flood)).isPresent();
    assertThat(depth.refusal(quiet)).isEmpty();
    assertThat(depth.refusal(new OrganizationId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void allAreSentAwayWhenAllTogetherHaveTooMuch() {
    var depth = new Depth(Map.of(flood, 900L, quiet, 100L), 1_000, 1_000);
    assertThat(depth.refusal(quiet)).isPresent();
  }

  @Test
  void theAdviceGrowsWithWhatWaitsAndHasAnEnd() {
    assertThat(seconds(1_000)).isEqualTo(5);
    assertThat(seconds(10_000)).isEqualTo(20);
    assertThat(seconds(10_000_000)).isEqualTo(120);
  }

  @Test
  void tooMuchIsNoTrouble() {
    var refusal = new Depth(Map.of(flood, 1L), 1, 1).refusal(flood).orElseThrow();
    assertThat(refusal.isTrouble()).isFalse();
    assertThat(new Overloaded("the database is away", new IllegalStateException()).isTrouble())
        .isTrue();
  }

  private long seconds(long waiting) {
    return new Depth(Map.of(flood, waiting), 1_000, Long.MAX_VALUE)
        .refusal(flood)
        .orElseThrow()
        .retryAfterSeconds();
  }
}
