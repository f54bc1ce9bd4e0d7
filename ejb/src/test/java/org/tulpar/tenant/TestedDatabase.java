package org.tulpar.tenant;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.tulpar.db.Migrations;

/**
 * A migrated PostgreSQL and a connection of the role the application signs in with, both one per
 * run; each test works for an organization of its own and keeps what it wrote.
 */
public final class TestedDatabase {

  private static final String SUPERUSER = "postgres";

  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();
    static final Connection APPLICATION = connect("tulpar_app");
  }

  /** Every statement is a transaction of its own, told its organization as on the server. */
  private static final class PlainSql extends TenantSql {

    private final Connection connection;

    PlainSql(Connection connection) {
      this.connection = connection;
    }

    @Override
    protected Connection connection() {
      try (var told =
          connection.prepareStatement("select set_config('app.organization_id', ?, false)")) {
        told.setString(1, TenantScope.required().toString());
        told.execute();
        return connection;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
  private final UUID channel = UUID.randomUUID();
  private final Connection superuser = connect(SUPERUSER);
  private final TenantSql sql = new PlainSql(Holder.APPLICATION);

  private TestedDatabase() {}

  /** For a new organization with one channel and the users 1 (a manager) and 2 (an admin). */
  public static TestedDatabase ofNewOrganization() throws SQLException {
    var database = new TestedDatabase();
    database.write("insert into organization (organization_id, name) values (?, 'Test')");
    database.write(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (?, ?,"
            + " 'EVOLUTION', 'WhatsApp', 'test', 'http://127.0.0.1')",
        database.channel);
    database.user(1, "Бакыт", "MANAGER");
    database.user(2, "Айгуль", "ORG_ADMIN");
    return database;
  }

  public TenantSql sql() {
    return sql;
  }

  public OrganizationId organization() {
    return organization;
  }

  public UUID channel() {
    return channel;
  }

  public <T> T within(Supplier<T> work) {
    return TenantScope.within(organization, work);
  }

  public void doing(Runnable work) {
    TenantScope.within(organization, work);
  }

  /** Past row security; the first parameter is the organization. */
  public void write(String statement, Object... values) throws SQLException {
    try (var prepared = prepared(statement, values)) {
      prepared.execute();
    }
  }

  /** Past row security, the first column of each row; the first parameter is the organization. */
  public List<String> look(String query, Object... values) throws SQLException {
    try (var prepared = prepared(query, values);
        var rows = prepared.executeQuery()) {
      return first(rows);
    }
  }

  /** So that plans are made for what is there. */
  public void analyze() throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute("analyze");
    }
  }

  /** The plan of a statement as the application's role gets it. */
  public String plan(String statement, Object... values) {
    return within(
        () -> String.join("\n", sql.rows("explain " + statement, row -> row.getString(1), values)));
  }

  public void client(long id, String name, String phone) throws SQLException {
    write(
        "insert into client (organization_id, id, name, phone) values (?, ?, ?, ?)",
        id,
        name,
        phone);
  }

  public void conversation(long id, long clientId, String status) throws SQLException {
    write(
        "insert into conversation (organization_id, id, client_id, channel_id, address, status,"
            + " last_message_text) values (?, ?, ?, ?, 'x', ?, 'Привет')",
        id,
        clientId,
        channel,
        status);
  }

  private void user(long id, String name, String role) throws SQLException {
    write(
        "insert into users (organization_id, id, login, password_hash, name, role) values (?, ?, ?,"
            + " '', ?, ?)",
        id,
        UUID.randomUUID().toString(),
        name,
        role);
  }

  private java.sql.PreparedStatement prepared(String statement, Object... values)
      throws SQLException {
    var prepared = superuser.prepareStatement(statement);
    prepared.setObject(1, organization.value());
    for (int i = 0; i < values.length; i++) {
      prepared.setObject(i + 2, values[i]);
    }
    return prepared;
  }

  private static List<String> first(ResultSet rows) throws SQLException {
    var found = new ArrayList<String>();
    while (rows.next()) {
      found.add(rows.getString(1));
    }
    return found;
  }

  private static Connection connect(String user) {
    try {
      return DriverManager.getConnection(Holder.SERVER.getJdbcUrl(user, "postgres"), user, user);
    } catch (SQLException e) {
      throw new IllegalStateException("no connection for " + user, e);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      var server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
      var url = server.getJdbcUrl(SUPERUSER, "postgres");
      Migrations.roles(url, SUPERUSER, "", Map.of("tulpar_owner", "o", "tulpar_app", "tulpar_app"));
      Migrations.migrate(url, "tulpar_owner", "o");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the roles were not created", e);
    }
  }
}
