package org.tulpar.tests.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/** Changes what belongs to the organization of a channel, as the application's role may. */
final class Written {

  private Written() {}

  static OrganizationId organization(Demo.Channel channel) {
    return new OrganizationId(
        UUID.fromString(
            Stored.text(
                "select organization_id from channel where instance = ?", channel.instance())));
  }

  /** Returns how many rows were changed. */
  static int at(Demo.Channel channel, String statement, Object... values) {
    try (var connection = Installation.TESTED.application()) {
      enter(connection, organization(channel));
      try (var prepared = connection.prepareStatement(statement)) {
        for (int i = 0; i < values.length; i++) {
          prepared.setObject(i + 1, values[i]);
        }
        return prepared.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void enter(Connection connection, OrganizationId organization)
      throws SQLException {
    try (var told =
        connection.prepareStatement("select set_config('app.organization_id', ?, false)")) {
      told.setString(1, organization.toString());
      told.execute();
    }
  }
}
