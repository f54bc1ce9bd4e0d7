package org.tulpar.operations.backup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a database holds: every table with its rows, every organization's share of it, and the
 * policies that keep the shares apart. Two are the same only when nothing is missing and nothing is
 * extra.
 *
 * @param rows {@code schema.table} to its rows, {@code schema.table/organization} to its share
 * @param protections row security switches and policies, one sentence each
 */
public record Contents(SortedMap<String, Long> rows, SortedSet<String> protections) {

  public Contents {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    protections = Collections.unmodifiableSortedSet(new TreeSet<>(protections));
  }

  public int tables() {
    return (int) rows.keySet().stream().filter(Contents::isTable).count();
  }

  public long totalRows() {
    return rows.entrySet().stream()
        .filter(entry -> isTable(entry.getKey()))
        .mapToLong(SortedMap.Entry::getValue)
        .sum();
  }

  /** Where the restored copy is not what this is, in the order of the names. */
  public List<Difference> differences(Contents restored) {
    var found = new ArrayList<Difference>();
    for (var key : union(rows.keySet(), restored.rows.keySet())) {
      compare(found, key, rows.getOrDefault(key, -1L), restored.rows.getOrDefault(key, -1L));
    }
    for (var sentence : union(protections, restored.protections)) {
      compare(found, sentence, count(protections, sentence), count(restored.protections, sentence));
    }
    return found;
  }

  private static boolean isTable(String key) {
    return key.indexOf('/') < 0;
  }

  private static void compare(List<Difference> found, String what, long expected, long restored) {
    if (expected != restored) {
      found.add(new Difference(what, Math.max(expected, 0), Math.max(restored, 0)));
    }
  }

  private static long count(SortedSet<String> sentences, String sentence) {
    return sentences.contains(sentence) ? 1 : 0;
  }

  private static SortedSet<String> union(Collection<String> one, Collection<String> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
