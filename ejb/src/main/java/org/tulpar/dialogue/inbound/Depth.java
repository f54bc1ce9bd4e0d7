package org.tulpar.dialogue.inbound;

import java.util.Map;
import java.util.Optional;
import org.tulpar.tenant.OrganizationId;

/**
 * What waits, and how much of it may. Whoever has too much waiting is sent away alone; when all
 * together have, everybody is.
 *
 * @param total of all organizations
 * @param ofOne events of one organization that may wait
 * @param ofAll events of all organizations that may wait
 */
record Depth(Map<OrganizationId, Long> waiting, long total, long ofOne, long ofAll) {

  /** Events that a slow machine applies in a second: the unit of the advice when to come again. */
  private static final long PER_SECOND = 500;

  private static final long SHORTEST_SECONDS = 5;
  private static final long LONGEST_SECONDS = 120;

  Depth(Map<OrganizationId, Long> waiting, long ofOne, long ofAll) {
    this(
        Map.copyOf(waiting),
        waiting.values().stream().mapToLong(Long::longValue).sum(),
        ofOne,
        ofAll);
  }

  /** Why an event of this organization is not taken now; empty when it is. */
  Optional<Overloaded> refusal(OrganizationId organization) {
    var own = waiting.getOrDefault(organization, 0L);
    if (own >= ofOne) {
      return Optional.of(Overloaded.full("too many events of this organization wait", after(own)));
    }
    return total >= ofAll
        ? Optional.of(Overloaded.full("too many events wait", after(total)))
        : Optional.empty();
  }

  private static long after(long events) {
    return Math.clamp(events / PER_SECOND, SHORTEST_SECONDS, LONGEST_SECONDS);
  }
}
