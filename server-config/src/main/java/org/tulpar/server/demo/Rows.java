package org.tulpar.server.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Inserts rows of one organization as the application's own role, under row level security. */
final class Rows {

  private final Connection connection;
  private final UUID organization;

  /** Enters the organization for the transaction of the connection. */
  Rows(Connection connection, UUID organization) throws SQLException {
    this.connection = connection;
    this.organization = organization;
    try (var statement =
        connection.prepareStatement("select set_config('app.organization_id', ?, true)")) {
      statement.setString(1, organization.toString());
      statement.execute();
    }
  }

  long nextId() throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select nextval('entity_id')")) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Runs one statement with its parameters; the organization is parameter number one.
   *
   * @return the number of rows
   */
  int execute(String sql, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, organization);
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 2, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  Object texts(java.util.List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
