package org.tulpar.tests.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;
import org.tulpar.db.Migrations;

/** A migrated PostgreSQL on a free port, started on first use, once per run, ended with it. */
final class Database {

  static final List<String> ROLES =
      List.of(
          "tulpar_owner",
          "tulpar_app",
          "tulpar_pipeline",
          "tulpar_identity",
          "tulpar_console",
          "tulpar_backup",
          "tulpar_restore");

  private static final String SUPERUSER = "postgres";

  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();
  }

  private Database() {}

  /** A connection past row security, to prepare and to look. */
  static Connection superuser() throws SQLException {
    return connect(SUPERUSER);
  }

  static Connection as(String role) throws SQLException {
    return connect(role);
  }

  static javax.sql.DataSource source(String role) {
    var source = new PGSimpleDataSource();
    source.setUrl(url(Holder.SERVER));
    source.setUser(role);
    source.setPassword(role);
    return source;
  }

  private static Connection connect(String user) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(url(Holder.SERVER));
    source.setUser(user);
    source.setPassword(user);
    return source.getConnection();
  }

  private static EmbeddedPostgres start() {
    try {
      var server = EmbeddedPostgres.builder().start();
      var passwords = ROLES.stream().collect(Collectors.toMap(Function.identity(), role -> role));
      Migrations.roles(url(server), SUPERUSER, SUPERUSER, passwords);
      Migrations.migrate(url(server), "tulpar_owner", "tulpar_owner");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the roles were not created", e);
    }
  }

  private static String url(EmbeddedPostgres server) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }
}
