package org.tulpar.integrations.pgdump;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.tulpar.operations.backup.DumpFailed;

/**
 * The place of the dumps: readable by us alone, never inside the database's own files. A name
 * without {@code .part} means complete and on the disk.
 */
record BackupDirectory(Path path) {

  private static final String PART = ".part";
  private static final String DUMP = ".dump";

  /**
   * Makes the directory if need be and refuses one that would be lost with the database.
   *
   * @param databaseFiles where the server keeps its files; on another machine it means nothing here
   */
  void prepare(Path databaseFiles) throws DumpFailed {
    try {
      Files.createDirectories(path);
      if (Files.exists(databaseFiles) && path.toRealPath().startsWith(databaseFiles.toRealPath())) {
        throw Trouble.directory(
            "%s is inside the database's directory %s".formatted(path, databaseFiles));
      }
      if (!Files.isWritable(path)) {
        throw Trouble.directory(path + " is not writable");
      }
    } catch (IOException e) {
      throw Trouble.files(e);
    }
    sweep();
  }

  /** Room for twice the last dump must be left; the first dump has nothing to compare with. */
  void requireSpace(long usable) throws DumpFailed {
    var needed = 2 * newestSize();
    if (usable < needed) {
      throw new DumpFailed(
          Trouble.DISK_FULL,
          "%d MiB are free in %s, twice the last dump is %d MiB"
              .formatted(usable >> 20, path, needed >> 20));
    }
  }

  long usable() throws DumpFailed {
    try {
      return Files.getFileStore(path).getUsableSpace();
    } catch (IOException e) {
      throw Trouble.files(e);
    }
  }

  Path dump(String name) {
    return path.resolve(name);
  }

  Path note(String name) {
    return path.resolve(name + ".rows");
  }

  /** An empty unfinished file, readable by us alone before anything is in it. */
  Path part(Path file) throws IOException {
    var part = file.resolveSibling(file.getFileName() + PART);
    Files.deleteIfExists(part);
    var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return Files.createFile(part, ours);
  }

  /** Gives an unfinished file its name, after its content is on the disk. */
  void publish(Path part, Path file) throws IOException {
    force(part, StandardOpenOption.WRITE);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    force(path, StandardOpenOption.READ);
  }

  void delete(String name) throws DumpFailed {
    try {
      Files.deleteIfExists(dump(name));
      Files.deleteIfExists(note(name));
    } catch (IOException e) {
      throw Trouble.files(e);
    }
  }

  /** Removes what runs that died, or failed, left unfinished; one backup runs at a time. */
  void sweep() throws DumpFailed {
    try (var parts = Files.newDirectoryStream(path, "tulpar-*" + PART)) {
      for (var part : parts) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw Trouble.files(e);
    }
  }

  private long newestSize() throws DumpFailed {
    try (var dumps = Files.list(path)) {
      var newest =
          dumps
              .filter(file -> file.toString().endsWith(DUMP))
              .max(Comparator.comparing(file -> file.toFile().lastModified()));
      return newest.isPresent() ? Files.size(newest.get()) : 0;
    } catch (IOException e) {
      throw Trouble.files(e);
    }
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (var channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }
}
