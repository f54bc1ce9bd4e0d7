package org.tulpar.tests.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What Evolution API sends: recorded, and recorded with other people and words. */
public final class Wire {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RECORDED =
      Path.of("../integrations/src/test/resources/evolution/arrived");
  private static final String PLAIN_TEXT = "messages.upsert-conversation-wa-in-conversation.json";

  /** A picture of one point. */
  static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private Wire() {}

  static List<Path> recorded() {
    try (var files = Files.list(RECORDED)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new message of a customer. */
  public static String message(String number, String text) {
    return message(number, newId(), text, false);
  }

  static String message(String number, String id, String text, boolean fromMe) {
    var plain =
        recorded().stream()
            .filter(f -> f.toString().endsWith(PLAIN_TEXT))
            .findFirst()
            .orElseThrow();
    var body = (ObjectNode) read(plain);
    var data = (ObjectNode) body.get("data");
    ((ObjectNode) data.get("key"))
        .put("remoteJid", number + "@s.whatsapp.net")
        .put("fromMe", fromMe)
        .put("id", id);
    ((ObjectNode) data.get("message")).put("conversation", text);
    data.put("pushName", "Customer " + number)
        .put("messageTimestamp", Instant.now().getEpochSecond());
    body.put("date_time", Instant.now().toString());
    return body.toString();
  }

  /**
   * A new picture of a customer, inside of its webhook.
   *
   * @param millis after that second the gateway made the webhook
   */
  static String image(String number, String caption, Instant second, int millis) {
    try {
      var body = (ObjectNode) JSON.readTree(message(number, newId(), caption, false));
      var data = (ObjectNode) body.get("data");
      data.put("messageType", "imageMessage").put("messageTimestamp", second.getEpochSecond());
      body.put("date_time", second.plusMillis(millis).toString());
      var message = data.putObject("message");
      message.putObject("imageMessage").put("mimetype", "image/png").put("caption", caption);
      message.put("base64", PIXEL);
      return body.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String newId() {
    return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }
}
