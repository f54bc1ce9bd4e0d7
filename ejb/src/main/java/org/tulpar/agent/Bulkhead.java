package org.tulpar.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.tenant.OrganizationId;

/**
 * So many calls of the model at once for an organization, and for this node: a slow model of one
 * leaves room for the others.
 */
public final class Bulkhead {

  private final int ofOne;
  private final int ofAll;
  private final Map<OrganizationId, Integer> inside = new HashMap<>();
  private int all;

  public Bulkhead(int ofOne, int ofAll) {
    this.ofOne = ofOne;
    this.ofAll = ofAll;
  }

  public synchronized boolean enter(OrganizationId organization) {
    if (all >= ofAll || inside.getOrDefault(organization, 0) >= ofOne) {
      return false;
    }
    inside.merge(organization, 1, Integer::sum);
    all++;
    return true;
  }

  /** Returns whether somebody may have stood at the door. */
  public synchronized boolean leave(OrganizationId organization) {
    var stood = all >= ofAll || inside.getOrDefault(organization, 0) >= ofOne;
    inside.computeIfPresent(organization, (key, n) -> n == 1 ? null : n - 1);
    all--;
    return stood;
  }

  /** Whose turns need not be claimed now; all of them when the node has no room. */
  public synchronized List<OrganizationId> full() {
    return inside.entrySet().stream()
        .filter(entry -> entry.getValue() >= ofOne)
        .map(Map.Entry::getKey)
        .toList();
  }
}
