package org.tulpar.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * One installation of Tulpar with the embedded database, started as anybody starts it; which one is
 * said by its ports and its directory and by nothing in the environment.
 *
 * @param port the base of its ports
 * @param settings of the launcher, beside port and directory
 */
public record Installation(
    Path home, int port, Path state, Map<String, String> settings, Path log) {

  private static final int DATABASE = 3;
  private static final int PID_DEPTH = 8;

  /** The same one, with other settings beside. */
  public Installation with(String name, String value) {
    var more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new Installation(home, port, state, more, log);
  }

  /** Runs {@code ./run} with these words; an exit code other than 0 is an exception. */
  public void launch(String... words) throws IOException, InterruptedException {
    Shell.run(home, environment(), command(words), log);
  }

  /** The exit code of {@code ./run} with these words. */
  public int tryLaunch(String... words) throws IOException, InterruptedException {
    return Shell.exit(home, environment(), command(words), log);
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** A connection to the database, as one of the application's roles. */
  public Connection connect(String role) throws IOException, SQLException {
    return connect("tulpar_" + role, "database.%s.password".formatted(role));
  }

  /** Sees and may do everything; for what no role of the application may. */
  public Connection superuser() throws IOException, SQLException {
    return connect("postgres", "database.superuser.password");
  }

  /** The server's process; 0 when there never was one. */
  public long server() throws IOException {
    try (var files =
        Files.find(
            state.resolve("payara"), PID_DEPTH, (file, about) -> file.endsWith("config/pid"))) {
      var found = files.findFirst();
      return found.isEmpty() ? 0 : first(found.get());
    }
  }

  public long database() throws IOException {
    return first(state.resolve("postgres/postmaster.pid"));
  }

  /** Where the embedded database writes what it was told to log. */
  public Path databaseLog() {
    return state.resolve("log/postgres.log");
  }

  private Connection connect(String user, String secret) throws IOException, SQLException {
    var secrets = new Properties();
    try (var in = Files.newBufferedReader(state.resolve("secrets.properties"))) {
      secrets.load(in);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/tulpar".formatted(port + DATABASE),
        user,
        secrets.getProperty(secret));
  }

  private Map<String, String> environment() {
    var all = new LinkedHashMap<>(settings);
    all.put("TULPAR_PORT", Integer.toString(port));
    all.put("TULPAR_STATE", state.toString());
    return all;
  }

  private static List<String> command(String... words) {
    var all = new ArrayList<>(List.of("./run"));
    all.addAll(List.of(words));
    return all;
  }

  private static long first(Path file) throws IOException {
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }
}
