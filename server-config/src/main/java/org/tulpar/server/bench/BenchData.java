package org.tulpar.server.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tulpar.kernel.SecretBox;
import org.tulpar.server.database.Schema;
import org.tulpar.server.demo.Demo;
import org.tulpar.server.demo.DemoFile;
import org.tulpar.server.demo.DemoOrganization;
import org.tulpar.server.demo.DemoPlan;
import org.tulpar.server.demo.Rows;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Secrets;
import org.tulpar.server.machine.State;

/**
 * The organizations {@code bench-001}, {@code bench-002}, … with one channel each, whose key and
 * instance are the name. They are written all or none, and never beside a customer's; the demo's
 * are nobody's.
 */
public final class BenchData {

  private static final int SECRET_BYTES = 16;

  private final Schema schema;
  private final Secrets secrets;
  private final DemoFile demo;
  private final Path file;

  public BenchData(Schema schema, Secrets secrets, DemoFile demo, State state) {
    this.schema = schema;
    this.secrets = secrets;
    this.demo = demo;
    this.file = state.root().resolve("bench.csv");
  }

  /**
   * Makes what is missing up to the number, and points every channel at the gateway.
   *
   * @param gateway base URL of the messenger's gateway
   * @return the file of lines {@code key,secret}, one per organization
   */
  public Path organizations(int number, String gateway) {
    refuseBesideCustomers();
    var box = new SecretBox(secrets.key("secret.key"));
    var channels =
        java.util.stream.IntStream.rangeClosed(1, number).mapToObj(this::channel).toList();
    // On disk before the rows that need them.
    Secrets.writePrivately(
        file,
        channels.stream()
            .map(channel -> channel.key() + "," + channel.secret() + "\n")
            .collect(Collectors.joining()));
    try (var connection =
        DriverManager.getConnection(schema.url(), "tulpar_app", schema.password("app"))) {
      connection.setAutoCommit(false);
      for (var channel : channels) {
        write(connection, channel, gateway, box);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new Refusal("Cannot write the organizations: " + e.getMessage(), e);
    }
    return file;
  }

  private void refuseBesideCustomers() {
    try (var connection =
            DriverManager.getConnection(
                schema.url(), "tulpar_console", schema.password("console"));
        var statement =
            connection.prepareStatement(
                "select count(*) from organization where kind = 'CUSTOMER' and name not like"
                    + " 'bench-%' and organization_id <> all (?::uuid[])")) {
      statement.setArray(1, connection.createArrayOf("text", ofTheDemo()));
      try (var row = statement.executeQuery()) {
        row.next();
        if (row.getLong(1) > 0) {
          throw new Refusal(
              "There are customers here: measure in an installation of its own (TULPAR_STATE,"
                  + " TULPAR_PORT, TULPAR_DEMO=false).");
        }
      }
    } catch (SQLException e) {
      throw new Refusal("Cannot read the organizations: " + e.getMessage(), e);
    }
  }

  private Object[] ofTheDemo() {
    return demo.kept().stream()
        .flatMap(kept -> kept.organizations().stream())
        .map(Demo.Company::id)
        .toArray();
  }

  private void write(Connection connection, Demo.Channel channel, String gateway, SecretBox box)
      throws SQLException {
    var id =
        UUID.nameUUIDFromBytes(channel.key().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var rows = new Rows(connection, id);
    var known =
        rows.execute(
            "update channel set api_url = n.url from (select ?::uuid as o, ? as url) n"
                + " where organization_id = n.o and api_url <> n.url",
            gateway);
    if (known == 0 && !exists(rows)) {
      var company =
          new Demo.Company(id.toString(), channel.key(), "UTC", List.of(), List.of(channel), null);
      new DemoOrganization(rows, plan(channel.key())).write(company, gateway, box);
      rows.execute("update organization set glue_seconds = 0 where organization_id = ?");
    }
  }

  private static boolean exists(Rows rows) throws SQLException {
    return rows.execute("update organization set version = version where organization_id = ?") > 0;
  }

  /** The secret follows from the installation's key: asked again, it is the same. */
  private Demo.Channel channel(int number) {
    var key = "bench-%03d".formatted(number);
    return new Demo.Channel("EVOLUTION", key, secret(key), key, secret("api/" + key));
  }

  private String secret(String of) {
    try {
      var mac = javax.crypto.Mac.getInstance("HmacSHA256");
      var key = java.util.Base64.getDecoder().decode(secrets.key("secret.key"));
      mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
      var hash = mac.doFinal(of.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, SECRET_BYTES);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DemoPlan plan(String name) {
    return new DemoPlan(
        name,
        "UTC",
        "en",
        name,
        List.of(),
        name,
        List.of(),
        "You answer.",
        List.of(new DemoPlan.Rule("ECHO", List.of(), "{text}", false)),
        "Sales",
        List.of(
            new DemoPlan.Stage("New", "OPEN", 10, null),
            new DemoPlan.Stage("Won", "WON", 100, null)),
        List.of(),
        null);
  }
}
