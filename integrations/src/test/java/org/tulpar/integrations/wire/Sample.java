package org.tulpar.integrations.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tulpar.channel.WebhookRequest;

/** A payload of the samples, and requests as a provider makes them. */
public final class Sample {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Sample() {}

  /** The whole sample file. */
  public static JsonNode of(String name) {
    try (var in = Sample.class.getResourceAsStream("/samples/" + name + ".json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the provider posts. */
  public static ObjectNode body(String name) {
    return (ObjectNode) of(name).get("body");
  }

  public static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A request with these headers and these parameters of its address. */
  public static WebhookRequest request(Map<String, String> headers, Map<String, String> query) {
    return new WebhookRequest() {
      @Override
      public Optional<String> header(String name) {
        return headers.entrySet().stream()
            .filter(h -> h.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
            .map(Map.Entry::getValue)
            .findFirst();
      }

      @Override
      public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
      }
    };
  }
}
