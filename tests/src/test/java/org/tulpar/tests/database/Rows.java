package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.postgresql.util.PGobject;

/**
 * Gives an organization one row in every tenant table there is, with every foreign key filled in:
 * written from the catalogue, so that a new table is covered without being named.
 */
final class Rows {

  private static final Pattern FIRST_CHOICE = Pattern.compile("'([^']+)'::text");

  private final Connection connection;
  private final UUID organization;
  private final Map<String, Map<String, Object>> written = new LinkedHashMap<>();
  private int next = 1000;

  private Rows(Connection connection, UUID organization) {
    this.connection = connection;
    this.organization = organization;
  }

  static void writeFor(Connection connection, UUID organization) throws SQLException {
    var rows = new Rows(connection, organization);
    var waiting = tenantTables(connection);
    while (!waiting.isEmpty()) {
      var ready = new ArrayList<String>();
      for (var table : waiting) {
        if (rows.written.keySet().containsAll(rows.parents(table))) {
          ready.add(table);
          rows.write(table);
        }
      }
      waiting.removeAll(ready);
      if (ready.isEmpty()) {
        throw new IllegalStateException("foreign keys in a circle: " + waiting);
      }
    }
  }

  static List<String> tenantTables(Connection connection) throws SQLException {
    return strings(
        connection,
        """
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1""");
  }

  private List<String> parents(String table) throws SQLException {
    return strings(
        connection,
        """
        select distinct confrelid::regclass::text from pg_constraint
        where contype = 'f' and conrelid = '%1$s'::regclass and confrelid <> conrelid"""
            .formatted(table));
  }

  private void write(String table) throws SQLException {
    var values = new TreeMap<String, Object>(foreign(table));
    values.put("organization_id", organization);
    for (var column : columns(table)) {
      values.computeIfAbsent(column.name(), name -> column.value(next++));
    }
    var names = String.join(", ", values.keySet());
    var marks = String.join(", ", values.keySet().stream().map(name -> "?").toList());
    var sql = "insert into %s (%s) values (%s) returning *".formatted(table, names, marks);
    try (var statement = connection.prepareStatement(sql)) {
      int index = 1;
      for (var value : values.values()) {
        statement.setObject(index++, value);
      }
      try (var row = statement.executeQuery()) {
        row.next();
        var stored = new LinkedHashMap<String, Object>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          stored.put(row.getMetaData().getColumnName(i), row.getObject(i));
        }
        written.put(table, stored);
      }
    }
  }

  /** The columns of foreign keys, with the values of the row they point to. */
  private Map<String, Object> foreign(String table) throws SQLException {
    var values = new LinkedHashMap<String, Object>();
    var sql =
        """
        select c.confrelid::regclass::text, a.attname, b.attname
        from pg_constraint c cross join unnest(c.conkey, c.confkey) k(mine, other)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.mine
        join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.other
        where c.contype = 'f' and c.conrelid = '%s'::regclass and c.confrelid <> c.conrelid"""
            .formatted(table);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.put(rows.getString(2), written.get(rows.getString(1)).get(rows.getString(3)));
      }
    }
    return values;
  }

  /**
   * Columns that must be given, with the first choice of their check constraint, if there is one.
   */
  private List<Column> columns(String table) throws SQLException {
    var columns = new ArrayList<Column>();
    var sql =
        """
        select a.attname, format_type(a.atttypid, null),
          (select pg_get_constraintdef(k.oid) from pg_constraint k
           where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1)
        from pg_attribute a
        where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
          and a.attnotnull and not a.atthasdef and a.attidentity = '' order by a.attnum"""
            .formatted(table);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return columns;
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private record Column(String name, String type, String check) {

    Object value(int number) {
      return switch (type) {
        case "uuid" -> UUID.randomUUID();
        case "bigint" -> (long) number;
        case "integer" -> 1;
        case "smallint" -> (short) 1;
        case "numeric" -> java.math.BigDecimal.ONE;
        case "boolean" -> true;
        case "bytea" ->
            UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        case "date" -> java.time.LocalDate.parse("2026-01-01");
        case "timestamp with time zone" -> java.time.OffsetDateTime.parse("2026-01-01T00:00:00Z");
        case "time without time zone" -> java.time.LocalTime.MIDNIGHT.plusMinutes(number % 1000);
        case "text", "character varying" -> text(number);
        case "jsonb" -> emptyObject();
        default -> throw new IllegalStateException("no value for " + name + " " + type);
      };
    }

    private static PGobject emptyObject() {
      try {
        var value = new PGobject();
        value.setType("jsonb");
        value.setValue("{}");
        return value;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private String text(int number) {
      var choice = FIRST_CHOICE.matcher(check == null ? "" : check);
      return choice.find() ? choice.group(1) : "text " + number + " " + UUID.randomUUID();
    }
  }
}
