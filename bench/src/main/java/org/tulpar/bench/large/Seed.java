package org.tulpar.bench.large;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.tulpar.bench.machine.Installation;

/**
 * Writes the large organization, all of it or nothing, as the application's own role under row
 * security; one that is there already is left as it is, but for the administrator's password.
 */
final class Seed {

  static final UUID ORGANIZATION =
      UUID.nameUUIDFromBytes("bench/large".getBytes(StandardCharsets.UTF_8));
  static final String LOGIN = "large@tulpar.bench";

  private static final List<String> SCRIPTS =
      List.of(
          "1-organization.sql",
          "2-clients.sql",
          "3-conversations.sql",
          "4-messages.sql",
          "5-sales.sql");

  /**
   * Statistics are the owner's to make, in between: without them the keys of a new row are checked
   * by a walk through its table.
   */
  private static final String AS_THE_APPLICATION = "set local role tulpar_app";

  private final Installation installation;
  private final Size size;

  Seed(Installation installation, Size size) {
    this.installation = installation;
    this.size = size;
  }

  /** Returns the administrator's password, which is a new one each time. */
  String write() throws IOException, SQLException {
    var password = Password.fresh();
    try (var connection = installation.superuser();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(AS_THE_APPLICATION);
      set(connection, "app.organization_id", ORGANIZATION.toString());
      if (exists(connection)) {
        set(connection, password);
      } else {
        fill(connection, password);
      }
      connection.commit();
    }
    // As after a night: what is measured is not the first look at fresh rows.
    try (var connection = installation.superuser();
        var statement = connection.createStatement()) {
      statement.execute("vacuum (analyze)");
    }
    return password.plain();
  }

  private void fill(Connection connection, Password password) throws IOException, SQLException {
    set(connection, "large.login", LOGIN);
    set(connection, "large.hash", password.hash());
    for (var setting : size.settings().entrySet()) {
      set(connection, setting.getKey(), setting.getValue());
    }
    try (var statement = connection.createStatement()) {
      statement.execute("select setseed(0.42)");
      // Row security hides from the planner how much it lets through: it would loop in loops.
      statement.execute("set local enable_nestloop = off");
      statement.execute("set local work_mem = '64MB'");
      for (var script : SCRIPTS) {
        var begun = System.nanoTime();
        statement.execute(text(script));
        statement.execute("reset role; analyze; " + AS_THE_APPLICATION);
        System.out.printf("  %s: %d s%n", script, (System.nanoTime() - begun) / 1_000_000_000);
      }
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select from users limit 1")) {
      return rows.next();
    }
  }

  private static void set(Connection connection, Password password) throws SQLException {
    try (var statement =
        connection.prepareStatement("update users set password_hash = ? where login = ?")) {
      statement.setString(1, password.hash());
      statement.setString(2, LOGIN);
      statement.executeUpdate();
    }
  }

  /** For the rest of the transaction. */
  static void set(Connection connection, String name, String value) throws SQLException {
    try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
      statement.setString(1, name);
      statement.setString(2, value);
      statement.execute();
    }
  }

  private static String text(String script) throws IOException {
    try (InputStream in = Seed.class.getResourceAsStream(script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
