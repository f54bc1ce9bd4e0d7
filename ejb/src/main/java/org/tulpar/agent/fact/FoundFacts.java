package org.tulpar.agent.fact;

import java.util.List;

/**
 * What one reading has brought.
 *
 * @param over ids of known facts that do not hold any more
 */
public record FoundFacts(List<FoundFact> facts, List<Long> over) {}
