package org.tulpar.bench.large;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tulpar.bench.machine.Installation;

/**
 * Lets the database explain every statement of the application's role as it is carried out, with
 * its buffers and under row security, from {@link #open} until {@link #close}; nothing is asked
 * that the pages do not ask, and afterwards the role is as before.
 */
final class Plans implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A table of fewer rows is read from end to end with good reason. */
  private static final int SMALL = 3000;

  /**
   * The tables belong to one organization here, and reading all of such a table looks cheap. Where
   * there are many, it is not: so it is chosen only where no index leads to the rows.
   */
  private static final List<String> SETTINGS =
      List.of(
          "enable_seqscan = off",
          "session_preload_libraries = 'auto_explain'",
          "auto_explain.log_min_duration = 0",
          "auto_explain.log_analyze = on",
          "auto_explain.log_buffers = on",
          "auto_explain.log_timing = off",
          "auto_explain.log_nested_statements = on",
          "auto_explain.log_format = 'json'");

  private static final String LEAVE =
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tulpar_app'";

  private static final Pattern LOGGED =
      Pattern.compile(
          "tulpar_app@tulpar LOG: {2}duration: ([0-9.]+) ms {2}plan:\\n((?:\\t.*\\n)++)");

  private final Connection superuser;
  private final Path log;
  private final Set<String> large = new TreeSet<>();

  private Plans(Connection superuser, Path log) {
    this.superuser = superuser;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
  }

  /** The application's connections are ended: their successors explain themselves. */
  static Plans open(Installation installation) throws IOException, SQLException {
    var plans = new Plans(installation.superuser(), installation.databaseLog());
    try (var statement = plans.superuser.createStatement()) {
      for (var setting : SETTINGS) {
        statement.execute("alter role tulpar_app set " + setting);
      }
      statement.execute(LEAVE);
      try (var rows =
          statement.executeQuery(
              "select relname from pg_class where relkind = 'r' and relnamespace ="
                  + " 'public'::regnamespace and reltuples > "
                  + SMALL)) {
        while (rows.next()) {
          plans.large.add(rows.getString(1));
        }
      }
    }
    return plans;
  }

  /** Tables that nobody may read from end to end for one organization's page. */
  Set<String> large() {
    return large;
  }

  /** Where the log ends now. */
  long mark() throws IOException {
    try (var channel = FileChannel.open(log)) {
      return channel.size();
    }
  }

  /** The statements since then. */
  List<Statement> since(long mark) throws IOException {
    var found = LOGGED.matcher(text(mark));
    var all = new ArrayList<Statement>();
    while (found.find()) {
      var logged = JSON.readTree(found.group(2).replace("\n\t", "\n"));
      all.add(Statement.of(Double.parseDouble(found.group(1)), logged));
    }
    return all;
  }

  private String text(long mark) throws IOException {
    try (var channel = FileChannel.open(log)) {
      var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - mark));
      channel.position(mark);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // until all of it is there
      }
      return new String(bytes.array(), StandardCharsets.UTF_8);
    }
  }

  /** However the command ends. */
  private void leave() {
    try {
      close();
    } catch (SQLException e) {
      System.err.println("The role tulpar_app may still explain itself: " + e.getMessage());
    }
  }

  @Override
  public void close() throws SQLException {
    if (superuser.isClosed()) {
      return;
    }
    try (superuser;
        var statement = superuser.createStatement()) {
      for (var setting : SETTINGS) {
        statement.execute(
            "alter role tulpar_app reset " + setting.substring(0, setting.indexOf(' ')));
      }
      statement.execute(LEAVE);
    }
  }
}
