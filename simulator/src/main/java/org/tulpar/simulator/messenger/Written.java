package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.tulpar.simulator.evolution.Content;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.http.PlainSurface;

/**
 * Something written by a customer, or by a person of the organization.
 *
 * @param number digits that name the customer
 * @param quoted the message it answers, or empty
 * @param file or null
 * @param choice what was pressed, as Meta tells it beside its title: type and id; or null
 */
public record Written(
    String number,
    String name,
    String text,
    String id,
    boolean fromMe,
    String quoted,
    FileShelf.Kept file,
    JsonNode choice) {

  private static final int MAX_TEXT = 65_536;

  /** Reads the body of {@code /control/customer}. */
  public static Written of(JsonNode body, FileShelf shelf) {
    var number = body.path("number").asText("").replaceAll("\\D", "");
    var text = body.path("text").asText("");
    if (number.isEmpty() || number.length() > 18) {
      throw PlainSurface.problem(400, "number is missing, or has no digit or more than 18");
    }
    var brings = body.path("kind").asText("").equals("file");
    if (!brings && text.isBlank() || text.length() > MAX_TEXT) {
      throw PlainSurface.problem(400, "text is missing or too long");
    }
    var name = body.path("name").asText("");
    var id = body.path("id").asText("");
    return new Written(
        number,
        name.isBlank() ? number : name,
        text,
        id.isBlank() ? UUID.randomUUID().toString() : id,
        body.path("fromMe").asBoolean(false),
        body.path("quoted").asText(""),
        brings ? Content.file(body, shelf) : null,
        body.path("choice").isObject() ? body.path("choice") : null);
  }

  /** Image, video, audio or document. */
  String kind() {
    return Content.kind(file.type());
  }
}
