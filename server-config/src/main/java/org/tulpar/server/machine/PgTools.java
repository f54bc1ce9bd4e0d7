package org.tulpar.server.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * pg_dump and pg_restore, which the embedded PostgreSQL does not bring: found, or installed where
 * that is possible. Without them everything works but the backup, which says so.
 */
public final class PgTools {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private final Progress progress;
  private final Path log;

  public PgTools(Progress progress, State state) {
    this.progress = progress;
    this.log = state.log("apt");
  }

  /** The environment variables that name them; empty when there are none. */
  public Map<String, String> environment() {
    if (find("pg_dump") == null && isDebian() && "root".equals(System.getProperty("user.name"))) {
      install();
    }
    var all = new LinkedHashMap<String, String>();
    put(all, "TULPAR_BACKUP_PG_DUMP", find("pg_dump"));
    put(all, "TULPAR_BACKUP_PG_RESTORE", find("pg_restore"));
    if (all.size() < 2) {
      progress.say(
          "  ! pg_dump or pg_restore is missing: backups stay red until the PostgreSQL client"
              + " (15 or newer) is installed, on Debian: apt-get install postgresql-client");
    }
    return all;
  }

  private void install() {
    try {
      progress.step(
          "Installing postgresql-client (apt-get), for the backups",
          () -> {
            var environment = Map.of("DEBIAN_FRONTEND", "noninteractive");
            new Program(List.of("apt-get", "-q", "update"), environment, log)
                .run(Duration.ofMinutes(3));
            new Program(
                    List.of("apt-get", "-q", "install", "-y", "postgresql-client"),
                    environment,
                    log)
                .run(Duration.ofMinutes(5));
          });
    } catch (Refusal e) {
      progress.say("  ! " + e.getMessage());
    }
  }

  private static void put(Map<String, String> all, String name, Path program) {
    if (program != null) {
      all.put(name, program.toString());
    }
  }

  private static Path find(String name) {
    return Program.find(name, debianDirectories());
  }

  private static List<Path> debianDirectories() {
    if (!Files.isDirectory(DEBIAN)) {
      return List.of();
    }
    try (var versions = Files.list(DEBIAN)) {
      return versions
          .sorted(Comparator.<Path>naturalOrder().reversed())
          .map(version -> version.resolve("bin"))
          .toList();
    } catch (IOException e) {
      throw new Refusal("Cannot read %s: %s.".formatted(DEBIAN, e.getMessage()), e);
    }
  }

  private static boolean isDebian() {
    return Files.exists(Path.of("/etc/debian_version")) && Program.onPath("apt-get");
  }
}
