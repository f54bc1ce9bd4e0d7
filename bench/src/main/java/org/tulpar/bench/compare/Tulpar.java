package org.tulpar.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * An installation of its own, started as anybody starts it. While the peer is measured it is stood
 * still by a signal: it keeps its memory and uses no processor.
 */
final class Tulpar implements Side {

  private final Options options;
  private final Path state;
  private final Path log;

  Tulpar(Options options) {
    this.options = options;
    this.state = options.place().resolve("state");
    this.log = options.place().resolve("tulpar.log");
  }

  @Override
  public String name() {
    return "Tulpar";
  }

  /** Makes what is missing up to that many organizations; the installation must run. */
  void organizations(int number) throws IOException, InterruptedException {
    var environment = new LinkedHashMap<>(environment());
    environment.put("TULPAR_BENCH_ORGANIZATIONS", Integer.toString(number));
    Shell.run(options.home(), environment, List.of("./run", "bench-data"), log);
  }

  /** A connection to the database, as one of the application's roles. */
  Connection connect(String role) throws IOException, SQLException {
    var secrets = new Properties();
    try (var in = Files.newBufferedReader(state.resolve("secrets.properties"))) {
      secrets.load(in);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/tulpar".formatted(options.port() + 3),
        "tulpar_" + role,
        secrets.getProperty("database.%s.password".formatted(role)));
  }

  void start() throws IOException, InterruptedException {
    if (Files.isDirectory(state) && !options.keep()) {
      launcher("reset", "--yes");
    }
    launcher("--detach");
    launcher("bench-data");
  }

  void stop() throws IOException, InterruptedException {
    signal("CONT");
    Shell.exit(options.home(), environment(), List.of("./run", "stop"), log);
  }

  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    var pid = payara();
    if (pid > 0) {
      Shell.exit(options.home(), Map.of(), List.of("kill", "-" + name, Long.toString(pid)), log);
    }
  }

  private void launcher(String... words) throws IOException, InterruptedException {
    var all = new java.util.ArrayList<>(List.of("./run"));
    all.addAll(List.of(words));
    Shell.run(options.home(), environment(), all, log);
  }

  private Map<String, String> environment() {
    var port = options.port();
    return Map.of(
        "TULPAR_PORT", Integer.toString(port),
        "TULPAR_STATE", state.toString(),
        "TULPAR_DEMO", "false",
        "TULPAR_SIMULATOR", "false",
        // The driver plays the gateway on loopback.
        "TULPAR_OUTBOUND_ALLOW_PRIVATE", "true",
        "TULPAR_LLM_BASE_URL", "http://127.0.0.1:%d/v1".formatted(port + 2),
        "TULPAR_BENCH_ORGANIZATIONS", Integer.toString(Options.TENANTS));
  }

  /** PostgreSQL's programs, for the peer. */
  Path programs() {
    return state.resolve("postgres-binaries");
  }

  @Override
  public List<String> driver() {
    return List.of(
        "--url",
        "http://127.0.0.1:%d/webhooks/evolution/{instance}".formatted(options.port()),
        "--header",
        "Authorization: Bearer {token}",
        "--channels",
        state.resolve("bench.csv").toString(),
        "--gateway-port",
        Integer.toString(options.port() + 2));
  }

  @Override
  public Map<String, Long> processes() throws IOException {
    var all = new LinkedHashMap<String, Long>();
    all.put("payara", payara());
    all.put("postgres", first(state.resolve("postgres/postmaster.pid")));
    return all;
  }

  private long payara() throws IOException {
    try (var files =
        Files.find(state.resolve("payara"), 8, (file, a) -> file.endsWith("config/pid"))) {
      var found = files.findFirst();
      return found.isEmpty() ? 0 : first(found.get());
    }
  }

  private static long first(Path file) throws IOException {
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }
}
