package org.tulpar.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.tulpar.server.machine.OwnProcess;
import org.tulpar.server.machine.Poll;
import org.tulpar.server.machine.Ports;
import org.tulpar.server.machine.Program;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Secrets;
import org.tulpar.server.machine.State;
import org.tulpar.server.machine.Unprivileged;

/**
 * A PostgreSQL of this installation's own: on loopback, behind passwords, durable, its data kept
 * over restarts. It does not end with the program that started it.
 */
public final class EmbeddedDatabase {

  public static final String SUPERUSER = "postgres";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String CONFIGURATION =
      """
      # Written at every start; TULPAR's own.
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      max_connections = 150
      shared_buffers = 128MB
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      password_encryption = 'scram-sha-256'
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_line_prefix = '%%m [%%p] %%u@%%d '
      log_min_duration_statement = 2000
      max_wal_size = 2GB
      """;

  private final PostgresBinaries binaries;
  private final Path data;
  private final Path log;
  private final int port;
  private final Secrets secrets;
  private Unprivileged user;

  public EmbeddedDatabase(State state, Ports ports, Secrets secrets) {
    this.binaries = new PostgresBinaries(state.postgresBinaries());
    this.data = state.postgres();
    this.log = state.log("postgres");
    this.port = ports.database();
    this.secrets = secrets;
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public String password() {
    return secrets.password("database.superuser.password");
  }

  public boolean isAlive() {
    return process().isAlive();
  }

  /** Starts it unless it runs; makes the cluster when there is none. */
  public void start() {
    if (isAlive()) {
      return;
    }
    binaries.unpack();
    initialize();
    configure();
    // After a kill the number in the file may belong to anybody by now.
    process().forget();
    // The children of a killed server hold its memory for a moment longer.
    var last = new Refusal[1];
    if (!Poll.until(Duration.ofSeconds(15), () -> tryStart(last))) {
      throw last[0];
    }
  }

  public void stop() {
    if (isAlive()) {
      new Program(command("pg_ctl", "stop", "-D", data, "-m", "fast", "-w", "-t", 60), log)
          .run(Duration.ofSeconds(70));
    }
  }

  /** Creates the application's database if it is not there. */
  public void createDatabase(String name) throws SQLException {
    try (var connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password());
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select 1 from pg_database where datname = " + statement.enquoteLiteral(name))) {
      if (!found.next()) {
        statement.execute("create database " + statement.enquoteIdentifier(name, true));
      }
    }
  }

  private boolean tryStart(Refusal[] last) {
    try {
      new Program(
              command("pg_ctl", "start", "-D", data, "-l", log, "-w", "-t", LIMIT.toSeconds()), log)
          .detached()
          .run(LIMIT.plusSeconds(10));
      return true;
    } catch (Refusal e) {
      last[0] = new Refusal("PostgreSQL did not start: " + e.getMessage(), e);
      return false;
    }
  }

  private void initialize() {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    var partial = data.resolveSibling(data.getFileName() + ".new");
    State.remove(partial);
    var passwordFile = data.resolveSibling("superuser.password");
    Secrets.writePrivately(passwordFile, password() + "\n");
    user().own(passwordFile);
    try {
      Files.createDirectories(partial);
      user().own(partial);
      new Program(
              command(
                  "initdb",
                  "-D",
                  partial,
                  "-U",
                  SUPERUSER,
                  "-A",
                  "scram-sha-256",
                  "--pwfile=" + passwordFile,
                  "-E",
                  "UTF8",
                  "--locale=C.UTF-8"),
              log)
          .run(LIMIT);
      Files.move(partial, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      State.remove(passwordFile);
    }
  }

  private void configure() {
    try {
      Files.writeString(data.resolve("tulpar.conf"), CONFIGURATION.formatted(port));
      var main = data.resolve("postgresql.conf");
      if (!Files.readString(main).contains("include 'tulpar.conf'")) {
        Files.writeString(
            main, "\ninclude 'tulpar.conf'\n", java.nio.file.StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OwnProcess process() {
    return new OwnProcess(data.resolve("postmaster.pid"), data.toString());
  }

  private List<String> command(String program, Object... arguments) {
    var words = new Object[arguments.length + 1];
    words[0] = binaries.program(program);
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return user().command(words);
  }

  private Unprivileged user() {
    if (user == null) {
      user = Unprivileged.onThisMachine(binaries.program("postgres"), data, log);
      user.own(log);
    }
    return user;
  }
}
