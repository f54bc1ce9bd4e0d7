package org.tulpar.server.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.SecretBox;
import org.tulpar.server.database.Schema;
import org.tulpar.server.machine.Ports;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Secrets;

/**
 * The first rows of an installation, written once: the platform with its super-admin always, two
 * organizations for the demo when there is no customer yet. Never past row level security.
 */
public final class DemoData {

  private static final String SUPER_ADMIN = "admin@tulpar.demo";
  private static final int PASSWORD_LENGTH = 16;
  private final Schema schema;
  private final Secrets secrets;
  private final DemoFile file;
  private final Ports ports;

  public DemoData(Schema schema, Secrets secrets, DemoFile file, Ports ports) {
    this.schema = schema;
    this.secrets = secrets;
    this.file = file;
    this.ports = ports;
  }

  /** The super-admin of this installation; the login works from the first start on. */
  public Demo.Account superAdmin() {
    return new Demo.Account(
        SUPER_ADMIN, secrets.password("platform.admin.password"), "SUPER_ADMIN");
  }

  public void platform() {
    if (count("PLATFORM") > 0) {
      return;
    }
    inTransaction(
        connection -> {
          var rows = new Rows(connection, UUID.randomUUID());
          rows.execute(
              "insert into organization (organization_id, name, kind) values (?, 'Tulpar',"
                  + " 'PLATFORM')");
          rows.execute(
              "insert into users (organization_id, id, login, password_hash, name, role)"
                  + " values (?, ?, ?, ?, ?, ?)",
              rows.nextId(),
              SUPER_ADMIN,
              PasswordHash.of(superAdmin().password()),
              "Администратор",
              "SUPER_ADMIN");
        });
  }

  /** Makes the demo organizations if there is no customer; returns what is known of the demo. */
  public Optional<Demo> organizations() {
    if (count("CUSTOMER") == 0) {
      var demo = fresh();
      file.keep(demo);
      var box = new SecretBox(secrets.key("secret.key"));
      inTransaction(
          connection -> {
            for (int i = 0; i < demo.organizations().size(); i++) {
              var company = demo.organizations().get(i);
              new DemoOrganization(
                      new Rows(connection, UUID.fromString(company.id())), DemoPlan.all().get(i))
                  .write(company, demo.simulatorUrl(), box);
            }
          });
    }
    return file.kept().map(demo -> demo.at(ports));
  }

  /** The simulator's port may have changed since the channels were made. */
  public void follow(Demo demo) {
    inTransaction(
        connection -> {
          for (var company : demo.organizations()) {
            var rows = new Rows(connection, UUID.fromString(company.id()));
            rows.execute(
                "update translation_settings set api_url = n.url from (select ?::uuid as o, ? as"
                    + " url) n where organization_id = n.o and api_url <> n.url and api_url like"
                    + " 'http://127.0.0.1:%'",
                demo.simulatorUrl() + DemoOrganization.TRANSLATOR);
            for (var channel : company.channels()) {
              rows.execute(
                  "update channel set api_url = n.url from (select ?::uuid as o, ? as instance, ?"
                      + " as url) n where organization_id = n.o and channel.instance = n.instance"
                      + " and api_url <> n.url and api_url like 'http://127.0.0.1:%'",
                  channel.instance(), channel.apiUrl(demo.simulatorUrl()));
            }
          }
        });
  }

  private Demo fresh() {
    var companies = new ArrayList<Demo.Company>();
    for (var plan : DemoPlan.all()) {
      var users =
          new ArrayList<>(
              List.of(
                  new Demo.Account(plan.admin().login(), password(), "ORG_ADMIN"),
                  new Demo.Account(plan.manager().login(), password(), "MANAGER")));
      if (companies.isEmpty()) {
        users.add(superAdmin());
      }
      var channels = new ArrayList<Demo.Channel>();
      channels.add(new Demo.Channel("EVOLUTION", random(), random(), plan.instance(), random()));
      plan.accounts().forEach(account -> channels.add(channel(account)));
      companies.add(
          new Demo.Company(
              UUID.randomUUID().toString(),
              plan.name(),
              plan.timeZone(),
              users,
              channels,
              apiKey()));
    }
    return new Demo(null, null, superAdmin(), companies).at(ports);
  }

  /** A token of Telegram's begins with the bot's number. */
  private static Demo.Channel channel(DemoPlan.Account account) {
    var token = account.type().equals("TELEGRAM") ? account.instance() + ":" + random() : random();
    return new Demo.Channel(account.type(), random(), random(), account.instance(), token);
  }

  private static String random() {
    return java.util.HexFormat.of().formatHex(Secrets.random(16));
  }

  /** As the application makes them: 32 random bytes. */
  private static String apiKey() {
    return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.random(32));
  }

  private static String password() {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Secrets.random(PASSWORD_LENGTH))
        .substring(0, PASSWORD_LENGTH);
  }

  private long count(String kind) {
    try (var connection = connect("console");
        var statement =
            connection.prepareStatement("select count(*) from organization where kind = ?")) {
      statement.setString(1, kind);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new Refusal("Cannot read the organizations: " + e.getMessage(), e);
    }
  }

  private interface Work {
    void in(Connection connection) throws SQLException;
  }

  private void inTransaction(Work work) {
    try (var connection = connect("app")) {
      connection.setAutoCommit(false);
      work.in(connection);
      connection.commit();
    } catch (SQLException e) {
      throw new Refusal("Cannot write the first rows: " + e.getMessage(), e);
    }
  }

  private Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(schema.url(), "tulpar_" + role, schema.password(role));
  }
}
