package org.tulpar.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The installation that is broken: its own ports, its own data, and no customers. */
final class Subject implements AutoCloseable {

  private static final int ORGANIZATIONS = 8;
  private static final int MINUTES = 8;
  private static final int PID_DEPTH = 8;

  private final Options options;
  private final Path state;
  private List<Channel> channels = List.of();

  Subject(Options options) {
    this.options = options;
    this.state = options.state().toAbsolutePath();
  }

  /** With empty data. */
  void start() throws IOException, InterruptedException {
    launch("reset", "--yes");
    launch("--detach");
    launch("bench-data");
    channels =
        Files.readAllLines(state.resolve("bench.csv")).stream()
            .map(line -> line.split(","))
            .map(cells -> new Channel(cells[0], cells[1]))
            .toList();
    for (var channel : channels) {
      connect(channel);
    }
  }

  /** The gateway knows the instance, and where its webhooks go. */
  private void connect(Channel channel) throws IOException, InterruptedException {
    Wire.post(
        gateway() + "/control/instances",
        "none",
        "{\"instance\": \"%s\", \"title\": \"%s\"}".formatted(channel.key(), channel.key()));
    Wire.post(
        gateway() + "/webhook/set/" + channel.key(),
        "none",
        """
        {"webhook": {"enabled": true, "url": "%s", "headers": {"Authorization": "Bearer %s"},
         "byEvents": false, "base64": false, "events": []}}
        """
            .formatted(webhook(channel), channel.secret()));
  }

  List<Channel> channels() {
    return channels;
  }

  String webhook(Channel channel) {
    return "http://127.0.0.1:%d/webhooks/evolution/%s".formatted(options.port(), channel.key());
  }

  String gateway() {
    return "http://127.0.0.1:%d".formatted(options.port() + 2);
  }

  /** Brings back whatever is not there. */
  void repair() throws IOException, InterruptedException {
    launch("--detach");
  }

  void restart() throws IOException, InterruptedException {
    launch("restart");
  }

  ProcessHandle server() throws IOException {
    try (var files =
        Files.find(
            state.resolve("payara"),
            PID_DEPTH,
            (file, attributes) -> file.endsWith("config/pid"))) {
      return process(files.findFirst().orElseThrow());
    }
  }

  ProcessHandle database() throws IOException {
    return process(state.resolve("postgres/postmaster.pid"));
  }

  /** The database with the processes that serve its connections. */
  List<ProcessHandle> databaseFamily() throws IOException {
    var parent = database();
    return Stream.concat(Stream.of(parent), parent.descendants()).toList();
  }

  /** Looks past row security, and cannot write. */
  long count(String sql) throws SQLException, IOException {
    try (var connection = look();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private Connection look() throws SQLException, IOException {
    var secrets = new Properties();
    try (var in = Files.newBufferedReader(state.resolve("secrets.properties"))) {
      secrets.load(in);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/tulpar?connectTimeout=5&socketTimeout=20"
            .formatted(options.port() + 3),
        "tulpar_backup",
        secrets.getProperty("database.backup.password"));
  }

  private static ProcessHandle process(Path pidFile) throws IOException {
    var pid = Files.readAllLines(pidFile).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid))
        .orElseThrow(() -> new IOException("there is no process " + pid));
  }

  private void launch(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("./run"));
    command.addAll(List.of(words));
    Files.createDirectories(state);
    var log = state.resolve("launcher.log");
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TULPAR_"));
    builder.environment().put("TULPAR_PORT", String.valueOf(options.port()));
    builder.environment().put("TULPAR_STATE", state.toString());
    builder.environment().put("TULPAR_DEMO", "false");
    builder.environment().put("TULPAR_BENCH_ORGANIZATIONS", String.valueOf(ORGANIZATIONS));
    var process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("%s took too long, see %s".formatted(List.of(words), log));
    }
    if (process.exitValue() != 0) {
      throw new IOException("%s failed, see %s".formatted(List.of(words), log));
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    launch("stop");
  }
}
