package org.tulpar.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The installation that is broken: its own ports, its own data, and no customers. */
public final class Subject {

  /**
   * Its launcher, as {@code ./run} with these words and settings; returns when it has ended well.
   */
  public interface Launcher {
    void launch(Map<String, String> settings, String... words)
        throws IOException, InterruptedException;
  }

  /** Of its ports, counted from the base. */
  private static final int BROKER = 9;

  private static final int DOMAIN_DEPTH = 8;

  private final Path state;
  private final int port;
  private final Launcher launcher;
  private final OwnBroker broker;
  private boolean brokerOutside;
  private List<Channel> channels = List.of();

  /**
   * @param port the base of its ports
   */
  public Subject(Path state, int port, Launcher launcher) {
    this.state = state.toAbsolutePath();
    this.port = port;
    this.launcher = launcher;
    // It keeps its journal outside of what the installation empties.
    this.broker =
        new OwnBroker(
            this.state.resolveSibling(this.state.getFileName() + "-broker"), port + BROKER);
  }

  /** With empty data. */
  void start() throws IOException, InterruptedException {
    launch("reset", "--yes");
    launch("--detach");
    adopt();
  }

  void stop() throws IOException, InterruptedException {
    launch("stop");
    if (brokerOutside) {
      brokerOutside = false;
      broker.stop();
    }
  }

  private void launch(String... words) throws IOException, InterruptedException {
    launcher.launch(brokerOutside ? Map.of("TULPAR_BROKER_URL", broker.url()) : Map.of(), words);
  }

  /** From now on its broker is a process of its own. */
  void takeBroker() throws IOException, InterruptedException {
    if (!brokerOutside) {
      broker.start();
      brokerOutside = true;
      restart();
    }
  }

  /** It brings its own again. */
  void leaveBroker() throws IOException, InterruptedException {
    if (brokerOutside) {
      brokerOutside = false;
      restart();
      broker.stop();
    }
  }

  /** As it runs; organizations to write to are added. */
  public void adopt() throws IOException, InterruptedException {
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

  /** The gateway has it in its history from now on, whoever posts its webhook. */
  void keep(Letter letter, Channel channel) throws IOException, InterruptedException {
    Wire.post(
        gateway() + "/control/written",
        "none",
        "{\"instance\": \"%s\", \"body\": %s}"
            .formatted(channel.key(), letter.body(channel.key())));
  }

  List<Channel> channels() {
    return channels;
  }

  /** Of the channel in which somebody writes, among all of them. */
  int place(long conversation) {
    return (int) (conversation % channels.size());
  }

  String webhook(Channel channel) {
    return "http://127.0.0.1:%d/webhooks/evolution/%s".formatted(port, channel.key());
  }

  String gateway() {
    return "http://127.0.0.1:%d".formatted(port + 2);
  }

  /** Brings back whatever is not there. */
  void repair() throws IOException, InterruptedException {
    launch("--detach");
  }

  void restart() throws IOException, InterruptedException {
    launch("restart");
  }

  void redeploy() throws IOException, InterruptedException {
    outdate();
    restart();
  }

  /** What is deployed there counts as another build: the next start takes it out and deploys. */
  void outdate() throws IOException {
    Files.delete(ofServer("deployed.sha256"));
  }

  OwnBroker broker() {
    return broker;
  }

  ProcessHandle server() throws IOException {
    return process(ofServer("config/pid"));
  }

  /** A file of the server's domain. */
  private Path ofServer(String name) throws IOException {
    try (var files =
        Files.find(
            state.resolve("payara"), DOMAIN_DEPTH, (file, attributes) -> file.endsWith(name))) {
      return files.findFirst().orElseThrow(() -> new IOException("there is no " + name));
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

  /** The texts of the first column; looks past row security, and cannot write. */
  List<String> texts(String sql) throws SQLException, IOException {
    var texts = new ArrayList<String>();
    try (var connection = look();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private Connection look() throws SQLException, IOException {
    var secrets = new Properties();
    try (var in = Files.newBufferedReader(state.resolve("secrets.properties"))) {
      secrets.load(in);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/tulpar?connectTimeout=5&socketTimeout=20"
            .formatted(port + 3),
        "tulpar_backup",
        secrets.getProperty("database.backup.password"));
  }

  private static ProcessHandle process(Path pidFile) throws IOException {
    var pid = Files.readAllLines(pidFile).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid))
        .orElseThrow(() -> new IOException("there is no process " + pid));
  }
}
