package org.tulpar.server.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tulpar.server.database.Schema;
import org.tulpar.server.demo.Demo;
import org.tulpar.server.demo.DemoFile;
import org.tulpar.server.machine.Progress;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Secrets;
import org.tulpar.server.machine.Settings;

/**
 * The organizations {@code bench-001}, {@code bench-002}, … with one channel each, whose key and
 * instance are the name. They are never beside a customer's; the demo's are nobody's.
 */
public final class BenchData {

  private static final int SECRET_BYTES = 16;

  private final Schema schema;
  private final Secrets secrets;
  private final DemoFile demo;
  private final Settings settings;
  private final Progress progress;

  public BenchData(
      Schema schema, Secrets secrets, DemoFile demo, Settings settings, Progress progress) {
    this.schema = schema;
    this.secrets = secrets;
    this.demo = demo;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Has the application open what is missing up to the number, and point every channel at the
   * gateway on the simulator's port. What was opened before a failure is there when it is asked
   * again.
   *
   * @return the file of lines {@code key,secret}, one per organization
   */
  public Path organizations(int number) {
    refuseBesideCustomers();
    var channels = IntStream.rangeClosed(1, number).mapToObj(this::channel).toList();
    var file = settings.state().root().resolve("bench.csv");
    // On disk before the organizations that need them.
    Secrets.writePrivately(
        file,
        channels.stream()
            .map(channel -> channel.key() + "," + channel.secret() + "\n")
            .collect(Collectors.joining()));
    new Openings(settings.ports(), secrets.password("operator.key"), progress).open(channels);
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

  /** The secret follows from the installation's key: asked again, it is the same. */
  private Openings.Channel channel(int number) {
    var key = "bench-%03d".formatted(number);
    return new Openings.Channel(key, secret(key), secret("api/" + key));
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
}
