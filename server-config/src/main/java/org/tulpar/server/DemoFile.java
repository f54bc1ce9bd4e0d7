package org.tulpar.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps the demo's plain passwords. They are on disk before the rows that need them are committed,
 * under another name; {@code demo.json} itself appears when the application is ready.
 */
final class DemoFile {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Path published;
  private final Path kept;

  DemoFile(State state) {
    this.published = state.demo();
    this.kept = state.root().resolve("demo.kept.json");
  }

  void keep(Demo demo) {
    State.remove(published);
    write(kept, demo);
  }

  Optional<Demo> kept() {
    try {
      return Files.exists(kept)
          ? Optional.of(JSON.readValue(kept.toFile(), Demo.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new Refusal(
          "%s is unreadable (%s): ./run reset makes new demo data.".formatted(kept, e.getMessage()),
          e);
    }
  }

  void publish(Demo demo) {
    write(published, demo);
  }

  void remove() {
    State.remove(published);
    State.remove(kept);
  }

  private static void write(Path file, Demo demo) {
    try {
      Secrets.writePrivately(file, JSON.writeValueAsString(demo) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
