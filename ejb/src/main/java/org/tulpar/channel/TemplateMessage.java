package org.tulpar.channel;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/**
 * A text that the provider approved beforehand, called by its name.
 *
 * @param language as the provider spells it, for example {@code ru} or {@code en_US}
 * @param parameters for the places {@code {{1}}}, {@code {{2}}} … in their order
 */
public record TemplateMessage(String name, String language, List<String> parameters) {

  /** Kind of such a message, as stored in {@code message.kind}. */
  public static final String KIND = "TEMPLATE";

  /** As stored in {@code message.content}. */
  public String json() {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("language", language)
        .add("parameters", Json.createArrayBuilder(parameters))
        .build()
        .toString();
  }

  /** Reads what {@link #json} wrote. */
  public static TemplateMessage of(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      var stored = reader.readObject();
      return new TemplateMessage(
          stored.getString("name"),
          stored.getString("language"),
          stored.getJsonArray("parameters").getValuesAs(JsonString::getString));
    }
  }
}
