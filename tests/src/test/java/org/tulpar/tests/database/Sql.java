package org.tulpar.tests.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Questions to the database with their parameters in order, and arrays to give it. */
final class Sql {

  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private Sql() {}

  static <T> List<T> query(Connection connection, String sql, Row<T> mapper, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (var rows = statement.executeQuery()) {
        var found = new ArrayList<T>();
        while (rows.next()) {
          found.add(mapper.of(rows));
        }
        return found;
      }
    }
  }

  static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  static Array array(Connection connection, String type, Object... values) throws SQLException {
    return connection.createArrayOf(type, values);
  }

  static Object[] fill(int size, Object value) {
    var values = new Object[size];
    Arrays.fill(values, value);
    return values;
  }
}
