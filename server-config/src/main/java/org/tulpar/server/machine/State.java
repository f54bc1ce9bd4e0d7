package org.tulpar.server.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one installation keeps what it must not lose, and what it can make again. */
public record State(Path root) {

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path postgresBinaries() {
    return root.resolve("postgres-binaries");
  }

  public Path payara() {
    return root.resolve("payara");
  }

  public Path broker() {
    return root.resolve("broker");
  }

  public Path media() {
    return root.resolve("media");
  }

  public Path backups() {
    return root.resolve("backups");
  }

  public Path logs() {
    return root.resolve("log");
  }

  public Path secrets() {
    return root.resolve("secrets.properties");
  }

  public Path demo() {
    return root.resolve("demo.json");
  }

  public Path pid(String name) {
    return root.resolve(name + ".pid");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  public void create() {
    try {
      Files.createDirectories(logs());
      Files.createDirectories(backups());
      Files.createDirectories(media());
      Files.createDirectories(broker());
    } catch (IOException e) {
      throw new Refusal("Cannot write to %s: %s.".formatted(root, e.getMessage()), e);
    }
  }

  /** Removes a directory with everything in it; a missing one is fine. */
  public static void remove(Path path) {
    if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var all = Files.walk(path)) {
      for (var each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
