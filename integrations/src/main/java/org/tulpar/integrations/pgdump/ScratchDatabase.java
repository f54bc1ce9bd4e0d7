package org.tulpar.integrations.pgdump;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.operations.backup.Contents;
import org.tulpar.operations.backup.DatabaseDump;
import org.tulpar.operations.backup.DumpFailed;

/**
 * A database made for one proof by a role that sees no rows of the real one, closed to everyone but
 * that role and the backup's, and dropped whatever happens.
 */
final class ScratchDatabase implements DatabaseDump.Scratch {

  /** {@code object_in_use} */
  private static final String IN_USE = "55006";

  private static final String ROLE = "tulpar_restore";
  private static final String READER = "tulpar_backup";
  private static final String PREFIX = "tulpar_proof_";

  private final PgDumpSettings settings;
  private final String name;

  private ScratchDatabase(PgDumpSettings settings, String name) {
    this.settings = settings;
    this.name = name;
  }

  static ScratchDatabase restored(PgDumpSettings settings, String dump, long run)
      throws DumpFailed {
    var scratch = new ScratchDatabase(settings, PREFIX + run);
    try (var server = scratch.server()) {
      for (var leftover : leftovers(server)) {
        drop(server, leftover);
      }
      execute(server, creation(server, scratch.name));
      execute(server, "revoke connect on database %s from public".formatted(scratch.name));
      execute(server, "grant connect on database %s to %s".formatted(scratch.name, READER));
    } catch (SQLException e) {
      throw Trouble.database(e);
    }
    try {
      scratch.fill(dump);
      return scratch;
    } catch (DumpFailed e) {
      scratch.dropAfter(e);
      throw e;
    }
  }

  String name() {
    return name;
  }

  @Override
  public Contents contents() throws DumpFailed {
    var copy = settings.database().named(name);
    try (var reader = copy.open(READER, settings.backupPassword(), settings.timeout())) {
      return Census.take(reader);
    } catch (SQLException e) {
      throw Trouble.database(e);
    }
  }

  @Override
  public void close() throws DumpFailed {
    try (var server = server()) {
      drop(server, name);
    } catch (SQLException e) {
      throw Trouble.database(e);
    }
  }

  private void fill(String dump) throws DumpFailed {
    var copy = settings.database().named(name);
    new Tool("pg_restore", settings.pgRestore(), settings.timeout())
        .run(
            List.of(
                "--dbname=" + name,
                "--no-owner",
                "--no-privileges",
                "--exit-on-error",
                "--jobs=2",
                "--no-password",
                settings.directory().resolve(dump).toString()),
            copy.environment(ROLE, settings.restorePassword()));
    try (var owner = copy.open(ROLE, settings.restorePassword(), settings.timeout())) {
      letRead(owner);
    } catch (SQLException e) {
      throw Trouble.database(e);
    }
  }

  private void dropAfter(DumpFailed cause) {
    try {
      close();
    } catch (DumpFailed e) {
      cause.addSuppressed(e);
    }
  }

  /** The owner is held to the policies like everyone; the backup's role sees past them. */
  private static void letRead(Connection owner) throws SQLException {
    for (var schema :
        names(
            owner,
            """
            select format('%I', nspname) from pg_namespace
            where nspname <> 'information_schema' and not starts_with(nspname, 'pg_')""")) {
      execute(owner, "grant usage on schema %s to %s".formatted(schema, READER));
      execute(owner, "grant select on all tables in schema %s to %s".formatted(schema, READER));
    }
  }

  private static List<String> leftovers(Connection server) throws SQLException {
    return names(
        server,
        """
        select format('%I', datname) from pg_database
        where starts_with(datname, 'tulpar_proof_')
          and datdba = (select oid from pg_roles where rolname = current_user)""");
  }

  /** The same encoding and order of letters as the original, whatever the server's default is. */
  private static String creation(Connection server, String name) throws SQLException {
    var locale =
        names(
            server,
            """
            select format('encoding %L lc_collate %L lc_ctype %L',
              pg_encoding_to_char(encoding), datcollate, datctype)
            from pg_database where datname = current_database()""");
    return "create database %s template template0 %s".formatted(name, locale.getFirst());
  }

  private Connection server() throws SQLException {
    return settings.database().open(ROLE, settings.restorePassword(), settings.timeout());
  }

  private static List<String> names(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var names = new ArrayList<String>();
      while (found.next()) {
        names.add(found.getString(1));
      }
      return names;
    }
  }

  /**
   * Force may not end an autovacuum worker, which is nobody's; without it the worker is asked to
   * go.
   */
  private static void drop(Connection server, String name) throws SQLException {
    var drop = "drop database if exists " + name;
    try {
      execute(server, drop);
    } catch (SQLException e) {
      if (!IN_USE.equals(e.getSQLState())) {
        throw e;
      }
      execute(server, drop + " with (force)");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
