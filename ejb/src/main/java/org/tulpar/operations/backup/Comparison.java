package org.tulpar.operations.backup;

import java.util.List;

/** The result of a restore proof; it holds only when there is no difference at all. */
public record Comparison(int tables, long rows, List<Difference> differences) {

  public Comparison {
    differences = List.copyOf(differences);
  }

  static Comparison of(Contents dumped, Contents restored) {
    return new Comparison(dumped.tables(), dumped.totalRows(), dumped.differences(restored));
  }

  boolean holds() {
    return differences.isEmpty();
  }

  /** The first difference and how many follow, for a person. */
  String summary() {
    return differences.size() == 1
        ? differences.getFirst().toString()
        : "%s; and %d more".formatted(differences.getFirst(), differences.size() - 1);
  }
}
