package org.tulpar.integrations.pgdump;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * One database of a PostgreSQL server, spoken to by the driver and by the tools alike.
 *
 * @param authority hosts and ports as in the JDBC URL
 * @param options the part of the URL from the question mark on; empty without one
 */
record Database(String authority, String name, String options) {

  private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^/]+)/([^?]+)(\\?.*)?");

  /** The driver's settings that the tools know by a variable. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "PGHOST", "PGHOST",
          "PGPORT", "PGPORT",
          "PGDBNAME", "PGDATABASE",
          "sslmode", "PGSSLMODE",
          "sslrootcert", "PGSSLROOTCERT");

  static Database of(String jdbcUrl) {
    Matcher url = URL.matcher(jdbcUrl);
    if (!url.matches()) {
      throw new IllegalArgumentException("tulpar.database.url is no PostgreSQL URL: " + jdbcUrl);
    }
    return new Database(url.group(1), url.group(2), url.group(3) == null ? "" : url.group(3));
  }

  /** Another database of the same server. */
  Database named(String other) {
    return new Database(authority, other, options);
  }

  /** A connection outside every pool: it may stay open for as long as a dump takes. */
  Connection open(String user, String password, Duration timeout) throws SQLException {
    var properties = new Properties();
    PGProperty.USER.set(properties, user);
    PGProperty.PASSWORD.set(properties, password);
    PGProperty.CONNECT_TIMEOUT.set(properties, 10);
    PGProperty.SOCKET_TIMEOUT.set(properties, Math.toIntExact(timeout.toSeconds()));
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.APPLICATION_NAME.set(properties, "tulpar backup");
    return new Driver().connect(url(), properties);
  }

  /** What a tool must know to come to this database; no password on a command line. */
  Map<String, String> environment(String user, String password) {
    var environment = new TreeMap<String, String>();
    var parsed = Driver.parseURL(url(), null);
    VARIABLES.forEach(
        (ours, theirs) -> {
          if (parsed.getProperty(ours) != null) {
            environment.put(theirs, parsed.getProperty(ours));
          }
        });
    environment.put("PGUSER", user);
    environment.put("PGPASSWORD", password);
    environment.put("PGAPPNAME", "tulpar backup");
    environment.put("PGCONNECT_TIMEOUT", "10");
    return environment;
  }

  private String url() {
    return "jdbc:postgresql://" + authority + "/" + name + options;
  }
}
