package org.tulpar.integrations.pgdump;

import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.tulpar.operations.backup.DumpFailed;

/**
 * Where the database, the tools and the dumps are.
 *
 * @param backupPassword of {@code tulpar_backup}, which may read everything and change nothing
 * @param restorePassword of {@code tulpar_restore}, which may make databases and sees no rows
 * @param timeout how long one tool may run
 */
record PgDumpSettings(
    Database database,
    String backupPassword,
    String restorePassword,
    Path directory,
    String pgDump,
    String pgRestore,
    Duration timeout) {

  static PgDumpSettings of(Config config) throws DumpFailed {
    return new PgDumpSettings(
        Database.of(config.getValue("tulpar.database.url", String.class)),
        config.getValue("tulpar.database.backup.password", String.class),
        config.getValue("tulpar.database.restore.password", String.class),
        Path.of(directory(config)).toAbsolutePath().normalize(),
        config.getOptionalValue("tulpar.backup.pg-dump", String.class).orElse("pg_dump"),
        config.getOptionalValue("tulpar.backup.pg-restore", String.class).orElse("pg_restore"),
        config
            .getOptionalValue("tulpar.backup.timeout", Duration.class)
            .orElse(Duration.ofHours(2)));
  }

  private static String directory(Config config) throws DumpFailed {
    return config
        .getOptionalValue("tulpar.backup.directory", String.class)
        .orElseThrow(
            () -> Trouble.directory("tulpar.backup.directory is not set: no place for dumps"));
  }
}
