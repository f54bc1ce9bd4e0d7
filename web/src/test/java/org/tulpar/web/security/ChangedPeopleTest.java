package org.tulpar.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tulpar.identity.people.PersonChanged;
import org.tulpar.tenant.OrganizationId;

/** A session that was looked at before its person changed is looked at again. */
class ChangedPeopleTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final OrganizationId OURS = new OrganizationId(UUID.randomUUID());

  private final ChangedPeople changed = new ChangedPeople(Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void whoChangedSinceIsKnownAndNobodyElse() {
    changed.tell(new PersonChanged(OURS, 7));
    assertThat(changed.since(OURS, 7, NOON.minusSeconds(1))).isTrue();
    assertThat(changed.since(OURS, 7, NOON)).as("in the same moment").isTrue();
    assertThat(changed.since(OURS, 7, NOON.plusSeconds(1))).isFalse();
    assertThat(changed.since(OURS, 8, NOON.minusSeconds(1))).isFalse();
    assertThat(changed.since(new OrganizationId(UUID.randomUUID()), 7, NOON.minusSeconds(1)))
        .isFalse();
  }
}
