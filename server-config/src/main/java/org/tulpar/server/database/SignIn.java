package org.tulpar.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.tulpar.server.machine.Refusal;

/** One role's way into a database; what keeps it out is said with its remedy. */
record SignIn(String url, String role, String password, String variable) {

  void check() {
    try (Connection connection = DriverManager.getConnection(url, role, password)) {
      connection.getMetaData();
    } catch (SQLException e) {
      throw new Refusal(sentence(e), e);
    }
  }

  private String sentence(SQLException e) {
    var state = String.valueOf(e.getSQLState());
    if (state.startsWith("28")) {
      return "The database %s does not let %s in: set %s to its password."
          .formatted(url, role, variable);
    }
    if (state.equals("3D000")) {
      return "There is no such database: %s. Create it, or correct TULPAR_DATABASE_URL."
          .formatted(url);
    }
    if (state.startsWith("08")) {
      return "The database %s does not answer: start it, or correct TULPAR_DATABASE_URL."
          .formatted(url);
    }
    return "The database %s refuses %s: %s".formatted(url, role, e.getMessage());
  }
}
