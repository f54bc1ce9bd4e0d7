package org.tulpar.integrations.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.tulpar.integrations.http.LocalServer;

/** The captured payloads, and a reader whose clock stands at the time of the capture. */
final class Captured {

  static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  static final int LIMIT = 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of("src/test/resources/evolution");

  private Captured() {}

  static EvolutionPayloads payloads() {
    return new EvolutionPayloads(Clock.fixed(NOW, ZoneOffset.UTC), LIMIT);
  }

  /** The server answers as the gateway did then. */
  static JsonNode answers(LocalServer server, String directory, int number) throws IOException {
    var captured = JSON.readTree(numbered(directory, number));
    server.answering(
        LocalServer.json(captured.get("status").asInt(), captured.get("body").toString()));
    return captured;
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
