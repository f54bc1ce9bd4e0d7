package org.tulpar.bench.large;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a page asked the database.
 *
 * @param scanned the large tables that were read from end to end
 */
record Explained(
    String what,
    int statements,
    double millis,
    long blocks,
    Set<String> scanned,
    Statement widest) {

  static Explained of(String what, List<Statement> statements, Set<String> large) {
    var scanned = new TreeSet<String>();
    statements.forEach(statement -> scanned.addAll(statement.scans(large)));
    return new Explained(
        what,
        statements.size(),
        statements.stream().mapToDouble(Statement::millis).sum(),
        statements.stream().mapToLong(Statement::blocks).sum(),
        scanned,
        statements.stream().max(Comparator.comparingLong(Statement::widest)).orElse(null));
  }

  long rows() {
    return widest == null ? 0 : widest.widest();
  }
}
