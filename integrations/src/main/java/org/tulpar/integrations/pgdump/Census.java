package org.tulpar.integrations.pgdump;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tulpar.operations.backup.Contents;

/**
 * Counts what a connection sees. It refuses to count under row security: a policy that hides rows
 * is an error, not a smaller number.
 */
final class Census {

  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname),
        exists (select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and c.relpersistence <> 't'
        and n.nspname <> 'information_schema' and not starts_with(n.nspname, 'pg_')
      order by 1""";

  private static final String PROTECTIONS =
      """
      select format('row security of %I.%I%s', n.nspname, c.relname,
        case when c.relforcerowsecurity then ', forced' else '' end)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity
      union all
      select format('policy %I of %I.%I: %s %s to %s using %s check %s', policyname, schemaname,
        tablename, permissive, cmd, roles, coalesce(qual, '-'), coalesce(with_check, '-'))
      from pg_policies""";

  /** A table; its name is quoted. */
  private record Table(String name, boolean shared) {}

  private Census() {}

  static Contents take(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set row_security = off");
    }
    var rows = new TreeMap<String, Long>();
    for (var table : tables(connection)) {
      count(connection, table, rows);
    }
    return new Contents(rows, protections(connection));
  }

  private static List<Table> tables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(TABLES)) {
      var tables = new ArrayList<Table>();
      while (found.next()) {
        tables.add(new Table(found.getString(1), found.getBoolean(2)));
      }
      return tables;
    }
  }

  private static void count(Connection connection, Table table, SortedMap<String, Long> rows)
      throws SQLException {
    var sql =
        table.shared()
            ? "select organization_id::text, count(*) from " + table.name() + " group by 1"
            : "select null, count(*) from " + table.name();
    rows.put(table.name(), 0L);
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.merge(table.name(), found.getLong(2), Long::sum);
        if (table.shared()) {
          rows.put(table.name() + "/" + found.getString(1), found.getLong(2));
        }
      }
    }
  }

  private static TreeSet<String> protections(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(PROTECTIONS)) {
      var sentences = new TreeSet<String>();
      while (found.next()) {
        sentences.add(found.getString(1).replaceAll("\\s+", " "));
      }
      return sentences;
    }
  }
}
