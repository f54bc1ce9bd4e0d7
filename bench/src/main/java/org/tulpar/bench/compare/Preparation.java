package org.tulpar.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tulpar.bench.machine.Shell;

/** What must be on the machine: installs what is missing as root of a Debian, else names it. */
final class Preparation {

  private Preparation() {}

  static void programs(Path log) throws IOException, InterruptedException {
    var missing = new ArrayList<String>();
    if (!Shell.has("redis-server") && !Shell.has("redis-check-rdb")) {
      missing.add("redis-tools");
    }
    if (!Shell.has("psql")) {
      missing.add("postgresql-client");
    }
    if (!Shell.has("npm")) {
      missing.add("npm");
    }
    if (missing.isEmpty()) {
      return;
    }
    if (!"root".equals(System.getProperty("user.name")) || !Shell.has("apt-get")) {
      throw new IOException("Install first (names as on Debian): " + String.join(" ", missing));
    }
    var words =
        new ArrayList<>(List.of("apt-get", "-q", "install", "-y", "--no-install-recommends"));
    words.addAll(missing);
    Shell.run(Path.of("/"), Map.of("DEBIAN_FRONTEND", "noninteractive"), words, log);
  }

  /** A directory that another user, PostgreSQL's, can get to. */
  static Path open() throws IOException {
    var place = Files.createTempDirectory("tulpar-peer");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    return place;
  }

  /** Tulpar's PostgreSQL, where everybody may read it. */
  static Path postgres(Path programs, Path place, Path log)
      throws IOException, InterruptedException {
    var copy = place.resolve("pgsql");
    Shell.run(place, Map.of(), List.of("cp", "-r", programs.toString(), copy.toString()), log);
    Shell.run(place, Map.of(), List.of("chmod", "-R", "a+rX", copy.toString()), log);
    return copy;
  }

  static void remove(Path place, Path log) throws IOException, InterruptedException {
    Shell.exit(Path.of("/"), Map.of(), List.of("rm", "-rf", place.toString()), log);
  }
}
