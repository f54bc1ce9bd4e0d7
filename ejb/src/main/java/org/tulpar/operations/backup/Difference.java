package org.tulpar.operations.backup;

/**
 * One place where a restored copy is not what was dumped.
 *
 * @param what a table, an organization's share of it, or a policy
 * @param expected rows in the dump; 1 for a policy that should be there
 * @param found rows in the restored copy
 */
public record Difference(String what, long expected, long found) {

  @Override
  public String toString() {
    return "%s: %d dumped, %d restored".formatted(what, expected, found);
  }
}
