package org.tulpar.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.bench.machine.Installation;
import org.tulpar.bench.machine.Shell;

/**
 * An installation of its own, started as anybody starts it. While the peer is measured it is stood
 * still by a signal: it keeps its memory and uses no processor.
 */
final class Tulpar implements Side {

  private final Options options;
  private final Installation installation;

  Tulpar(Options options) {
    this.options = options;
    this.installation =
        new Installation(
            options.home(),
            options.port(),
            options.place().resolve("state"),
            Map.of(
                "TULPAR_DEMO", "false",
                "TULPAR_SIMULATOR", "false",
                // The driver plays the gateway on loopback.
                "TULPAR_OUTBOUND_ALLOW_PRIVATE", "true",
                "TULPAR_LLM_BASE_URL", "http://127.0.0.1:%d/v1".formatted(options.port() + 2),
                "TULPAR_BENCH_ORGANIZATIONS", Integer.toString(Options.TENANTS)),
            options.place().resolve("tulpar.log"));
  }

  @Override
  public String name() {
    return "Tulpar";
  }

  /** Makes what is missing up to that many organizations; the installation must run. */
  void organizations(int number) throws IOException, InterruptedException {
    installation.with("TULPAR_BENCH_ORGANIZATIONS", Integer.toString(number)).launch("bench-data");
  }

  /** A connection to the database, as one of the application's roles. */
  Connection connect(String role) throws IOException, SQLException {
    return installation.connect(role);
  }

  /** A connection to the database that may do everything. */
  Connection superuser() throws IOException, SQLException {
    return installation.superuser();
  }

  void start() throws IOException, InterruptedException {
    if (Files.isDirectory(installation.state()) && !options.keep()) {
      installation.launch("reset", "--yes");
    }
    installation.launch("--detach");
    installation.launch("bench-data");
  }

  void stop() throws IOException, InterruptedException {
    signal("CONT");
    installation.tryLaunch("stop");
  }

  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    var pid = installation.server();
    if (pid > 0) {
      Shell.exit(
          options.home(),
          Map.of(),
          List.of("kill", "-" + name, Long.toString(pid)),
          installation.log());
    }
  }

  /** PostgreSQL's programs, for the peer. */
  Path programs() {
    return installation.state().resolve("postgres-binaries");
  }

  @Override
  public List<String> driver() {
    return List.of(
        "--url",
        "http://127.0.0.1:%d/webhooks/evolution/{instance}".formatted(options.port()),
        "--header",
        "Authorization: Bearer {token}",
        "--channels",
        installation.state().resolve("bench.csv").toString(),
        "--gateway-port",
        Integer.toString(options.port() + 2));
  }

  @Override
  public List<Long> workers() throws IOException {
    return List.of(installation.server());
  }

  @Override
  public void revive() throws IOException, InterruptedException {
    installation.launch("--detach");
  }

  @Override
  public Map<String, Long> processes() throws IOException {
    var all = new LinkedHashMap<String, Long>();
    all.put("payara", installation.server());
    all.put("postgres", installation.database());
    return all;
  }
}
