package org.tulpar.transfer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of one kind of file can be; empty for nothing.
 *
 * @param names how each of them is usually called, in small letters
 * @param telling those of which one must be there, so that a row says what it is about
 * @param refusal why it is refused where none of them is
 */
public record Columns(Map<String, Set<String>> names, Set<String> telling, String refusal) {

  /** The same with more of them. */
  public Columns and(Map<String, Set<String>> more) {
    var all = new LinkedHashMap<>(more);
    all.putAll(names);
    return new Columns(all, telling, refusal);
  }

  /** By the names of the columns; the first one wins. */
  public List<String> guess(List<String> header) {
    var taken = new HashSet<String>();
    return header.stream()
        .map(column -> guess(column.strip().toLowerCase(Locale.ROOT)))
        .map(target -> target.isEmpty() || taken.add(target) ? target : "")
        .toList();
  }

  private String guess(String column) {
    return names.entrySet().stream()
        .filter(usual -> usual.getValue().contains(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** As {@link Importer#checked}. */
  public List<String> checked(List<String> targets, int columns) {
    var chosen = targets.stream().filter(target -> !target.isEmpty()).toList();
    if (targets.size() != columns || !names.keySet().containsAll(chosen)) {
      throw new SheetRefused("mapping_unknown");
    }
    if (new HashSet<>(chosen).size() != chosen.size()) {
      throw new SheetRefused("mapping_twice");
    }
    if (chosen.stream().noneMatch(telling::contains)) {
      throw new SheetRefused(refusal);
    }
    return targets;
  }
}
