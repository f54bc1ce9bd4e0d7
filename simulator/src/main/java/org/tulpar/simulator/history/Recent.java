package org.tulpar.simulator.history;

import java.util.LinkedHashMap;
import java.util.Map;

/** The latest entries of a map, safe for many threads; beyond the limit the oldest leave. */
public final class Recent<K, V> {

  private final Map<K, V> entries = new LinkedHashMap<>();
  private final int limit;

  public Recent(int limit) {
    this.limit = limit;
  }

  /** Puts an entry in front and returns what stood under its key, or null. */
  public synchronized V put(K key, V value) {
    var before = entries.remove(key);
    entries.put(key, value);
    if (entries.size() > limit) {
      entries.remove(entries.keySet().iterator().next());
    }
    return before;
  }

  /** What stands under a key, or null. */
  public synchronized V get(K key) {
    return entries.get(key);
  }
}
