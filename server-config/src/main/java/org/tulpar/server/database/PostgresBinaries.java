package org.tulpar.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.State;

/** PostgreSQL's programs out of the archive on the class path; unpacked whole or not at all. */
public record PostgresBinaries(Path directory) {

  private static final int EXECUTABLE = 0b001_000_000;

  public Path program(String name) {
    return directory.resolve("bin").resolve(name);
  }

  public void unpack() {
    if (Files.isExecutable(program("postgres"))) {
      return;
    }
    var partial = directory.resolveSibling(directory.getFileName() + ".new");
    State.remove(partial);
    State.remove(directory);
    try (var packed = PostgresBinaries.class.getResourceAsStream(archive())) {
      if (packed == null) {
        throw new Refusal(
            "There is no PostgreSQL for this machine (%s) in the build: set TULPAR_DATABASE_URL."
                .formatted(archive()));
      }
      try (var tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          unpack(tar, entry, partial);
        }
      }
      Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal(
          "Cannot unpack PostgreSQL to %s: %s.".formatted(directory, e.getMessage()), e);
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path to)
      throws IOException {
    var target = to.resolve(entry.getName()).normalize();
    if (!target.startsWith(to)) {
      throw new IOException("unexpected name in the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(
          target,
          PosixFilePermissions.fromString(
              (entry.getMode() & EXECUTABLE) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static String archive() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var arm = machine.equals("aarch64") || machine.equals("arm64");
    return "/postgres-%s-%s.txz"
        .formatted(system.startsWith("mac") ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
  }
}
