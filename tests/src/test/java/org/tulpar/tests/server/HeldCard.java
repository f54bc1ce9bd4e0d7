package org.tulpar.tests.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** A client's card that somebody is at: whoever else would write into it waits. */
public final class HeldCard implements AutoCloseable {

  private final Connection connection;

  HeldCard(UUID organization, long client) {
    try {
      connection = Installation.TESTED.application();
      connection.setAutoCommit(false);
      hold(organization, client);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void hold(UUID organization, long client) throws SQLException {
    try (var told =
            connection.prepareStatement("select set_config('app.organization_id', ?, true)");
        var card = connection.prepareStatement("select 1 from client where id = ? for update")) {
      told.setString(1, organization.toString());
      told.execute();
      card.setLong(1, client);
      card.execute();
    }
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
