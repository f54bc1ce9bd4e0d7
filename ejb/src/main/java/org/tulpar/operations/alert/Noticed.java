package org.tulpar.operations.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Since when this node knows of a trouble that keeps no time itself; it ends when it is gone. */
@ApplicationScoped
class Noticed {

  private final Map<String, Instant> first = new ConcurrentHashMap<>();

  Instant since(String trouble, Instant now) {
    return first.computeIfAbsent(trouble, key -> now);
  }

  /** Only these are left. */
  void keep(Set<String> troubles) {
    first.keySet().retainAll(troubles);
  }
}
