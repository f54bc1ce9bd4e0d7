package org.tulpar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.OrganizationId;

class LaneTest {

  private static final int ORGANIZATIONS = 8000;

  @Test
  void an_organization_keeps_its_lane() {
    var organization = OrganizationId.of("0b5c1f7e-6f0f-4a57-9b5e-0d3f2a1c4e77");
    assertThat(Lane.of(organization)).isEqualTo(Lane.of(new OrganizationId(organization.value())));
  }

  @Test
  void counted_ids_are_spread_over_all_lanes() {
    assertSpread(i -> new UUID(0, i));
  }

  @Test
  void ids_that_differ_in_their_high_half_are_spread_over_all_lanes() {
    assertSpread(i -> new UUID(i << 32, 0x8000000000000000L));
  }

  private static void assertSpread(LongFunction<UUID> ids) {
    var lanes = new int[Lane.COUNT];
    for (long i = 0; i < ORGANIZATIONS; i++) {
      lanes[Lane.of(new OrganizationId(ids.apply(i)))]++;
    }
    var fair = ORGANIZATIONS / Lane.COUNT;
    assertThat(IntStream.of(lanes).boxed())
        .allSatisfy(n -> assertThat(n).isBetween(fair / 2, fair * 2));
  }
}
