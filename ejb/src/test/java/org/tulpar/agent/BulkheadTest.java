package org.tulpar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tulpar.tenant.OrganizationId;

/** Places at the model. */
class BulkheadTest {

  private final OrganizationId one = new OrganizationId(UUID.randomUUID());
  private final OrganizationId other = new OrganizationId(UUID.randomUUID());

  @Test
  void one_organization_cannot_take_the_places_of_another() {
    var bulkhead = new Bulkhead(2, 10);
    assertThat(bulkhead.enter(one)).isTrue();
    assertThat(bulkhead.enter(one)).isTrue();
    assertThat(bulkhead.enter(one)).isFalse();
    assertThat(bulkhead.full()).containsExactly(one);
    assertThat(bulkhead.enter(other)).isTrue();
  }

  @Test
  void a_place_that_becomes_free_is_taken_again() {
    var bulkhead = new Bulkhead(1, 10);
    bulkhead.enter(one);
    assertThat(bulkhead.leave(one)).as("somebody stood at the door").isTrue();
    assertThat(bulkhead.full()).isEmpty();
    assertThat(bulkhead.enter(one)).isTrue();
  }

  @Test
  void the_node_has_an_end_too() {
    var bulkhead = new Bulkhead(2, 3);
    bulkhead.enter(one);
    bulkhead.enter(one);
    assertThat(bulkhead.enter(other)).isTrue();
    assertThat(bulkhead.enter(other)).isFalse();
    assertThat(bulkhead.leave(one)).isTrue();
    assertThat(bulkhead.enter(other)).isTrue();
  }
}
