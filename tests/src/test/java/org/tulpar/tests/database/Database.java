package org.tulpar.tests.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
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
  private static final int AT_ONCE = 40;

  private static final Map<String, DataSource> SOURCES = new ConcurrentHashMap<>();

  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();
  }

  private Database() {}

  /** A connection past row security, to prepare and to look. */
  static Connection superuser() throws SQLException {
    return source(SUPERUSER).getConnection();
  }

  /** A connection that nobody had before and nobody gets after: it may be told what it likes. */
  static Connection as(String role) throws SQLException {
    return plain(role).getConnection();
  }

  /** Whether anybody stands behind another one's lock. */
  static boolean somebodyWaits() throws SQLException {
    try (var connection = superuser();
        var statement = connection.createStatement();
        var waiting =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
      return waiting.next() && waiting.getInt(1) > 0;
    }
  }

  /** Its connections are kept for the next who asks. */
  static DataSource source(String role) {
    return SOURCES.computeIfAbsent(role, Database::kept);
  }

  private static DataSource kept(String role) {
    var config = new HikariConfig();
    config.setDataSource(plain(role));
    config.setMaximumPoolSize(AT_ONCE);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private static DataSource plain(String role) {
    var source = new PGSimpleDataSource();
    source.setUrl(url(Holder.SERVER));
    source.setUser(role);
    source.setPassword(role);
    return source;
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
