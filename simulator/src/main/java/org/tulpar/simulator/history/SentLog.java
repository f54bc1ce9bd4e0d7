package org.tulpar.simulator.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tulpar.simulator.http.Json;

/** Everything the gateway accepted for sending, oldest first; beyond the limit the oldest leave. */
public final class SentLog {

  /** How many sends are kept. */
  public static final int LIMIT = 100_000;

  private final Deque<Row> rows = new ArrayDeque<>();

  /** Rows are kept as bytes: a tree of objects would need several times the heap. */
  private record Row(String instance, byte[] json) {}

  /**
   * @param kind text, image, video, audio, voice, document, sticker, location, contact, reaction,
   *     template, edit or delete
   */
  public synchronized void add(
      String instance,
      String number,
      String kind,
      String text,
      String id,
      Instant at,
      JsonNode request) {
    var row =
        Json.object()
            .put("instance", instance)
            .put("number", number)
            .put("kind", kind)
            .put("text", text)
            .put("id", id)
            .put("at", at.toString());
    row.set("request", light(request));
    rows.add(new Row(instance, Json.bytes(row)));
    if (rows.size() > LIMIT) {
      rows.removeFirst();
    }
  }

  /** Without the bytes of a file: only how many there were. */
  private static JsonNode light(JsonNode request) {
    if (!(request instanceof ObjectNode whole)) {
      return request;
    }
    var light = whole.deepCopy();
    for (var field : List.of("media", "audio", "sticker")) {
      if (light.path(field).isTextual()) {
        light.put(field, light.path(field).asText().length() * 3 / 4);
      }
    }
    return light;
  }

  public synchronized void clear() {
    rows.clear();
  }

  /** Writes the rows of one instance, or of all when it is null, as a JSON array. */
  public void write(String instance, OutputStream out) throws IOException {
    var separator = "[";
    for (var row : snapshot()) {
      if (instance == null || instance.equals(row.instance())) {
        out.write(separator.getBytes(StandardCharsets.US_ASCII));
        out.write(row.json());
        separator = ",\n";
      }
    }
    out.write((separator.equals("[") ? "[]" : "]").getBytes(StandardCharsets.US_ASCII));
  }

  private synchronized List<Row> snapshot() {
    return List.copyOf(rows);
  }
}
