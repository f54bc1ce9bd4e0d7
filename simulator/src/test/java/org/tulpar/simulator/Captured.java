package org.tulpar.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;

/** What a real Evolution API 2.3.6 said, from the test resources. */
final class Captured {

  private Captured() {}

  static JsonNode read(String name) {
    try (var in = Captured.class.getResourceAsStream("/captured/" + name + ".json")) {
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedJson e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** Fields in order with the kinds of their values; null matches anything, so it is left open. */
  static String shape(JsonNode node) {
    if (node.isObject()) {
      var fields = new StringBuilder("{");
      node.properties()
          .forEach(
              field ->
                  fields
                      .append(field.getKey())
                      .append(':')
                      .append(shape(field.getValue()))
                      .append(' '));
      return fields.append('}').toString();
    }
    if (node.isArray()) {
      return node.isEmpty() ? "[]" : "[" + shape(node.get(0)) + "]";
    }
    return node.isNumber() ? "number" : node.isBoolean() ? "boolean" : "text";
  }
}
