package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import org.tulpar.simulator.history.ChatKey;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.http.PlainSurface;

/**
 * Something written on a phone.
 *
 * @param jid the customer's address by number
 * @param lid the customer's address without a number, or null in an ordinary chat
 * @param fromMe written on the organization's own phone
 */
public record Letter(
    String jid, String lid, String name, boolean fromMe, String id, Content content) {

  private static final int MAX_TEXT = 65_536;
  private static final int MAX_NAME = 200;

  /** Reads the body of {@code /control/customer}. */
  public static Letter of(String instance, JsonNode body, FileShelf shelf) {
    var number = body.path("number").asText("");
    if (ChatKey.of(instance, number).customer().isEmpty()) {
      throw PlainSurface.problem(400, "number is missing or has no digit");
    }
    limit(body, "text", MAX_TEXT);
    limit(body, "name", MAX_NAME);
    limit(body, "number", MAX_NAME);
    limit(body, "lid", MAX_NAME);
    return new Letter(
        ChatKey.of(instance, number).jid(),
        lid(body.path("lid").asText("")),
        body.path("name").asText("").isBlank() ? number : body.path("name").asText(),
        body.path("fromMe").asBoolean(false),
        body.path("id").asText("").isBlank() ? Ids.message() : body.path("id").asText(),
        Content.written(body, shelf));
  }

  private static void limit(JsonNode body, String field, int most) {
    if (body.path(field).asText("").length() > most) {
      throw PlainSurface.problem(400, field + " is longer than " + most + " characters");
    }
  }

  private static String lid(String given) {
    if (given.isBlank()) {
      return null;
    }
    return given.endsWith("@lid") ? given : given + "@lid";
  }
}
