package org.tulpar.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.tulpar.bench.faults.Subject;

/**
 * Tulpar as {@code ./run} starts it, beside one that may be running: the ports are counted from
 * {@code TULPAR_TEST_PORT} (18080), everything it keeps lies under {@code target/installation}.
 */
public final class Installation {

  public static final Installation TESTED = new Installation();

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path TARGET = HOME.resolve("tests/target");
  private static final Path STATE = TARGET.resolve("installation");
  private static final Path LOG = TARGET.resolve("launcher.log");

  /** The page of all parts is for who makes pages: where people work there is none. */
  private static final String STYLEGUIDE = "TULPAR_STYLEGUIDE_ENABLED";

  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final int LOG_LINES = 30;
  private static final int PID_DEPTH = 8;

  private final int port =
      Integer.parseInt(System.getenv().getOrDefault("TULPAR_TEST_PORT", "18080"));

  private Installation() {}

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public int adminPort() {
    return port + 1;
  }

  public String adminPassword() {
    return secret("payara.admin.password");
  }

  /** By which a program of the operator's shows itself. */
  String operatorKey() {
    return secret("operator.key");
  }

  public Path demo() {
    return STATE.resolve("demo.json");
  }

  public Path serverLog() {
    return STATE.resolve("log/server.log");
  }

  public Path backups() {
    return STATE.resolve("backups");
  }

  /** With empty data, on a server that is kept from run to run. */
  void startFresh() {
    if (Files.exists(STATE)) {
      launch("reset", "--yes");
    }
    launch("--detach");
  }

  void restart() {
    launch("restart");
  }

  void stop() {
    launch("stop");
  }

  /** As {@code bench/faults} sees it. */
  Subject toBreak() {
    return new Subject(STATE, port, Installation::launch);
  }

  /** What the server's memory holds once everything is swept out of it that nobody needs. */
  long liveBytes() {
    try {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                  read(pidFile()).strip(),
                  "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var total = told.lines().filter(line -> line.startsWith("Total")).findFirst();
      return Long.parseLong(
          total.orElseThrow(() -> new IllegalStateException(told)).strip().replaceAll(".*\\s", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server as a power cut does; what stays up is the database and the simulator. */
  void kill() {
    var pid = read(pidFile()).strip();
    ProcessHandle.of(Long.parseLong(pid))
        .filter(ProcessHandle::destroyForcibly)
        .orElseThrow(() -> new IllegalStateException("the server was not there: " + pid))
        .onExit()
        .join();
  }

  /** Looks past row security, and cannot write. */
  Connection look() throws SQLException {
    return connection("backup");
  }

  /** As the application: it sees and writes what belongs to the organization it names. */
  Connection application() throws SQLException {
    return connection("app");
  }

  /** Beside the application's database, as who may do anything. */
  Connection superuser() throws SQLException {
    return connection("postgres", "postgres", "superuser");
  }

  private Connection connection(String role) throws SQLException {
    return connection("tulpar", "tulpar_" + role, role);
  }

  private Connection connection(String database, String user, String secret) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port + 3, database));
    source.setUser(user);
    source.setPassword(secret("database." + secret + ".password"));
    return source.getConnection();
  }

  private static void launch(String... words) {
    launch(Map.of(), words);
  }

  /** With these settings beside those of the tests. */
  private static void launch(Map<String, String> settings, String... words) {
    try {
      Files.createDirectories(TARGET);
      var builder = process(words);
      builder.environment().putAll(settings);
      var process = builder.start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("%s takes too long%n%s".formatted(List.of(words), tail()));
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException("%s failed%n%s".formatted(List.of(words), tail()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ProcessBuilder process(String... words) {
    var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    var classPath = "server-config/target/classes:server-config/target/lib/*";
    var command = new java.util.ArrayList<>(List.of(java, "-Dtulpar.home=" + HOME));
    command.addAll(List.of("-cp", classPath, "org.tulpar.server.Main"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(HOME.toFile());
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("TULPAR_"));
    environment.put("TULPAR_PORT", String.valueOf(TESTED.port));
    environment.put("TULPAR_STATE", STATE.toString());
    environment.put("TULPAR_BENCH_ORGANIZATIONS", "8");
    environment.put(STYLEGUIDE, System.getenv().getOrDefault(STYLEGUIDE, "false"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
  }

  private static String secret(String name) {
    var secrets = new Properties();
    try (var in = Files.newBufferedReader(STATE.resolve("secrets.properties"))) {
      secrets.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return secrets.getProperty(name);
  }

  private static String tail() {
    var lines = read(LOG).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }

  private static Path pidFile() {
    try (var files =
        Files.find(
            STATE.resolve("payara"),
            PID_DEPTH,
            (file, attributes) -> file.endsWith("config/pid") && attributes.isRegularFile())) {
      return files.findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
