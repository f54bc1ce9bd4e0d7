package org.tulpar.bench.large;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One statement of the application with the plan it was carried out by.
 *
 * @param millis of the database
 * @param blocks that were read or found in memory
 */
record Statement(String text, double millis, long blocks, JsonNode plan) {

  static Statement of(double millis, JsonNode logged) {
    var plan = logged.path("Plan");
    return new Statement(
        logged.path("Query Text").asText().replaceAll("\\s+", " ").strip(),
        millis,
        plan.path("Shared Hit Blocks").asLong() + plan.path("Shared Read Blocks").asLong(),
        plan);
  }

  /** Which of these tables it read from end to end. */
  List<String> scans(Set<String> tables) {
    var found = new ArrayList<String>();
    look(plan, tables, found);
    return found;
  }

  private static void look(JsonNode node, Set<String> tables, List<String> found) {
    var table = node.path("Relation Name").asText();
    // A node that was never carried out stands in the plan, too.
    if (node.path("Node Type").asText().equals("Seq Scan")
        && tables.contains(table)
        && node.path("Actual Loops").asLong() > 0) {
      found.add(table);
    }
    node.path("Plans").forEach(child -> look(child, tables, found));
  }

  /** The most rows that one step read, the ones it then threw away among them. */
  long widest() {
    return widest(plan);
  }

  private static long widest(JsonNode node) {
    var reads = node.has("Relation Name") || node.has("Index Name");
    var each =
        node.path("Actual Rows").asLong()
            + node.path("Rows Removed by Filter").asLong()
            + node.path("Rows Removed by Index Recheck").asLong();
    long most = reads ? each * node.path("Actual Loops").asLong() : 0;
    for (var child : node.path("Plans")) {
      most = Math.max(most, widest(child));
    }
    return most;
  }
}
