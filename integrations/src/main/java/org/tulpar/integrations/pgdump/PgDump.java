package org.tulpar.integrations.pgdump;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.tulpar.operations.backup.Contents;
import org.tulpar.operations.backup.DatabaseDump;
import org.tulpar.operations.backup.DumpFailed;

/**
 * Dumps with {@code pg_dump} inside a snapshot of our own, so that the rows we count and the rows
 * in the file are of the same instant.
 */
@ApplicationScoped
public class PgDump implements DatabaseDump {

  private static final String ROLE = "tulpar_backup";

  @Inject private Config config;

  @Override
  public long dump(String name) throws DumpFailed {
    return dump(PgDumpSettings.of(config), name);
  }

  @Override
  public Contents noted(String name) throws DumpFailed {
    return noted(PgDumpSettings.of(config), name);
  }

  @Override
  public Scratch restore(String name, long run) throws DumpFailed {
    return ScratchDatabase.restored(PgDumpSettings.of(config), name, run);
  }

  @Override
  public void delete(String name) throws DumpFailed {
    new BackupDirectory(PgDumpSettings.of(config).directory()).delete(name);
  }

  static long dump(PgDumpSettings settings, String name) throws DumpFailed {
    var directory = new BackupDirectory(settings.directory());
    var database = settings.database();
    try (var snapshot = database.open(ROLE, settings.backupPassword(), settings.timeout())) {
      snapshot.setAutoCommit(false);
      snapshot.setReadOnly(true);
      snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      directory.prepare(Path.of(text(snapshot, "select current_setting('data_directory')")));
      directory.requireSpace(directory.usable());
      var tool = tools(settings, snapshot.getMetaData().getDatabaseMajorVersion());
      return write(settings, directory, tool, snapshot, name);
    } catch (SQLException e) {
      throw Trouble.database(e);
    }
  }

  static Contents noted(PgDumpSettings settings, String name) throws DumpFailed {
    try {
      return Note.read(new BackupDirectory(settings.directory()).note(name));
    } catch (IOException e) {
      throw Trouble.files(e);
    }
  }

  /** Both tools are looked at before a byte is written: an unprovable dump is no backup. */
  private static Tool tools(PgDumpSettings settings, int serverMajor) throws DumpFailed {
    var dump = new Tool("pg_dump", settings.pgDump(), settings.timeout());
    dump.requireMajor(serverMajor);
    new Tool("pg_restore", settings.pgRestore(), settings.timeout()).requireMajor(serverMajor);
    return dump;
  }

  private static long write(
      PgDumpSettings settings,
      BackupDirectory directory,
      Tool tool,
      Connection snapshot,
      String name)
      throws SQLException, DumpFailed {
    var exported = text(snapshot, "select pg_export_snapshot()");
    var contents = Census.take(snapshot);
    try {
      var dump = directory.part(directory.dump(name));
      tool.run(
          List.of(
              "--format=custom",
              "--snapshot=" + exported,
              "--lock-wait-timeout=60000",
              "--no-password",
              "--file=" + dump),
          settings.database().environment(ROLE, settings.backupPassword()));
      var note = directory.part(directory.note(name));
      Note.write(note, contents);
      directory.publish(note, directory.note(name));
      directory.publish(dump, directory.dump(name));
      return Files.size(directory.dump(name));
    } catch (IOException e) {
      throw Trouble.files(e);
    } finally {
      directory.sweep();
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
