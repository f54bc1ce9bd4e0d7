package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import org.tulpar.simulator.http.PlainSurface;

/**
 * What a customer does to a message.
 *
 * @param kind reaction, edit or delete
 * @param id of the message
 * @param text the sign or the new words
 */
record Change(String number, String name, String kind, String id, String text) {

  static Change of(JsonNode body) {
    return new Change(
        body.path("number").asText("").replaceAll("\\D", ""),
        body.path("name").asText(""),
        body.path("kind").asText(""),
        body.path("id").asText(""),
        body.path("text").asText(""));
  }

  /** What the provider does not tell. */
  RuntimeException untold() {
    return PlainSurface.problem(409, "this messenger tells its bots nothing of a " + kind);
  }
}
