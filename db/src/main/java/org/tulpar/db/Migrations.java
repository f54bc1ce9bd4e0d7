package org.tulpar.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings a database to the schema of this build; applying it twice changes nothing. */
public final class Migrations {

  private Migrations() {}

  /**
   * Creates the roles and sets their passwords.
   *
   * @param url JDBC URL of the database, without credentials
   * @param user a role that may create roles with BYPASSRLS: a superuser on PostgreSQL 15
   * @param passwords role name to password; a role without an entry cannot sign in with one
   */
  public static void roles(String url, String user, String password, Map<String, String> passwords)
      throws SQLException {
    try (var connection = dataSource(url, user, password).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(Resources.text("/db/roles.sql"));
      for (var entry : passwords.entrySet()) {
        statement.execute(
            "alter role %s password %s"
                .formatted(
                    statement.enquoteIdentifier(entry.getKey(), true),
                    statement.enquoteLiteral(entry.getValue())));
      }
      ownSchema(connection);
    }
  }

  /** Applies what is missing, as the owner. Returns how many migrations were applied. */
  public static int migrate(String url, String owner, String password) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource(url, owner, password))
        .locations("classpath:db/migration")
        .load()
        .migrate()
        .migrationsExecuted;
  }

  private static void ownSchema(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("alter schema public owner to tulpar_owner");
      statement.execute("revoke create on schema public from public");
    }
  }

  private static DataSource dataSource(String url, String user, String password) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
