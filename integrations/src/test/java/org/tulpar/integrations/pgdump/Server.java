package org.tulpar.integrations.pgdump;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tulpar.db.Migrations;

/** A real PostgreSQL with the schema, two organizations and some clients. */
final class Server implements AutoCloseable {

  static final UUID AQUA = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  static final UUID TOURS = UUID.fromString("00000000-0000-0000-0000-00000000000b");

  private final EmbeddedPostgres postgres;

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static Server started() throws IOException, SQLException {
    var server = new Server(EmbeddedPostgres.builder().start());
    server.run("postgres", "create database tulpar");
    var passwords = Map.of("tulpar_owner", "o", "tulpar_backup", "b", "tulpar_restore", "r");
    Migrations.roles(server.url("tulpar"), "postgres", "postgres", passwords);
    Migrations.migrate(server.url("tulpar"), "tulpar_owner", "o");
    server.fill(AQUA, 3);
    server.fill(TOURS, 5);
    return server;
  }

  /** Settings with the tools of this machine. */
  PgDumpSettings settings(Path directory) {
    return settings(directory, "pg_dump");
  }

  PgDumpSettings settings(Path directory, String pgDump) {
    return new PgDumpSettings(
        Database.of(url("tulpar")),
        "b",
        "r",
        directory,
        pgDump,
        "pg_restore",
        Duration.ofSeconds(60));
  }

  void run(String database, String... sql) throws SQLException {
    try (var connection = postgres.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      for (var one : sql) {
        statement.execute(one);
      }
    }
  }

  List<String> scratchDatabases() throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery("select datname from pg_database where datname ~ 'proof'")) {
      var names = new ArrayList<String>();
      while (found.next()) {
        names.add(found.getString(1));
      }
      return names;
    }
  }

  Path dataDirectory() throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("show data_directory")) {
      row.next();
      return Path.of(row.getString(1));
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
  }

  private void fill(UUID organization, int clients) throws SQLException {
    run(
        "tulpar",
        "insert into organization (organization_id, name) values ('%s', 'one of two')"
            .formatted(organization),
        """
        insert into client (organization_id, id, name)
        select '%s', n, 'client ' || n from generate_series(1, %d) n"""
            .formatted(organization, clients));
  }
}
