package org.tulpar.tests.database;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the plan of each question as the application's role asks it, and how long it took: what the
 * planner chooses by itself, nothing is forbidden to it.
 */
final class Explained extends ScopedSql {

  private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");

  private final List<String> plans = new ArrayList<>();
  private boolean on;

  Explained() {
    super(new Pool(Database.source("tulpar_app"), 1));
  }

  /** From here on plans are kept. */
  void listen() {
    on = true;
  }

  List<String> plans() {
    return plans;
  }

  void forget() {
    plans.clear();
  }

  @Override
  public <T> List<T> rows(String sql, RowReader<T> reader, Object... values) {
    if (on) {
      plans.add(
          sql
              + "\n"
              + String.join(
                  "\n",
                  super.rows("explain (analyze, buffers) " + sql, r -> r.getString(1), values)));
    }
    return super.rows(sql, reader, values);
  }

  double millis() {
    return plans.stream()
        .map(TIME::matcher)
        .filter(Matcher::find)
        .mapToDouble(time -> Double.parseDouble(time.group(1)))
        .sum();
  }
}
