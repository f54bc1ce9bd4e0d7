package org.tulpar.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Secrets;
import org.tulpar.server.machine.State;

/**
 * Keeps the demo's plain passwords. They are on disk before the rows that need them are committed,
 * under another name; {@code demo.json} itself appears when the application is ready.
 */
public final class DemoFile {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Path published;
  private final Path kept;

  public DemoFile(State state) {
    this.published = state.demo();
    this.kept = state.root().resolve("demo.kept.json");
  }

  public void keep(Demo demo) {
    State.remove(published);
    write(kept, demo);
  }

  public Optional<Demo> kept() {
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

  public void publish(Demo demo) {
    write(published, demo);
  }

  public void remove() {
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
