package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import org.tulpar.simulator.history.ChatKey;
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

  /** Reads the body of {@code /control/customer}. */
  public static Letter of(String instance, JsonNode body) {
    var number = body.path("number").asText("");
    if (ChatKey.of(instance, number).customer().isEmpty()) {
      throw PlainSurface.problem(400, "number is missing or has no digit");
    }
    if (body.path("text").asText("").length() > MAX_TEXT) {
      throw PlainSurface.problem(400, "text is longer than " + MAX_TEXT + " characters");
    }
    return new Letter(
        ChatKey.of(instance, number).jid(),
        lid(body.path("lid").asText("")),
        body.path("name").asText("").isBlank() ? number : body.path("name").asText(),
        body.path("fromMe").asBoolean(false),
        body.path("id").asText("").isBlank() ? Ids.message() : body.path("id").asText(),
        Content.written(body));
  }

  private static String lid(String given) {
    if (given.isBlank()) {
      return null;
    }
    return given.endsWith("@lid") ? given : given + "@lid";
  }
}
