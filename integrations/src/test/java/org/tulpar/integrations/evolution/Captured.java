package org.tulpar.integrations.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The captured payloads, and a reader whose clock stands at the time of the capture. */
final class Captured {

  static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  static final int LIMIT = 1024 * 1024;

  private static final Path ROOT = Path.of("src/test/resources/evolution");

  private Captured() {}

  static EvolutionPayloads payloads() {
    return new EvolutionPayloads(Clock.fixed(NOW, ZoneOffset.UTC), LIMIT);
  }

  static List<String> names(String directory) {
    try (var files = Files.list(ROOT.resolve(directory))) {
      return files.map(file -> directory + "/" + file.getFileName()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    try {
      return Files.readString(ROOT.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file whose name begins with this number. */
  static String numbered(String directory, int number) {
    return names(directory).stream()
        .filter(name -> name.startsWith("%s/%03d-".formatted(directory, number)))
        .findFirst()
        .map(Captured::text)
        .orElseThrow();
  }
}
