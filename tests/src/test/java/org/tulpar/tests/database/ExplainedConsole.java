package org.tulpar.tests.database;

import java.util.ArrayList;
import java.util.List;
import org.tulpar.operations.ConsoleSql;

/** Keeps the plan of each question of the console as its role asks it. */
final class ExplainedConsole extends ConsoleSql {

  private final ConsoleSql console = ConsoleSql.on(Database.source("tulpar_console"));
  private final List<String> plans = new ArrayList<>();

  /** The plans of what was asked, the newest last. */
  List<String> plans() {
    return plans;
  }

  @Override
  public int update(String sql, Object... values) {
    return console.update(sql, values);
  }

  @Override
  public <T> List<T> rows(String sql, Row<T> row, Object... values) {
    var plan = console.rows("explain (analyze, buffers) " + sql, r -> r.getString(1), values);
    plans.add(String.join("\n", plan));
    return console.rows(sql, row, values);
  }
}
