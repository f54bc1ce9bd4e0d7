package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import org.tulpar.simulator.history.FileShelf;

/**
 * What the application wants to be sent.
 *
 * @param kind as the log of sends names it
 * @param text the words, the caption or the sign
 * @param file or null
 * @param target of a reaction, an edit or a deletion, else null
 * @param id that the message gets; null for what gets none
 */
record Sending(
    String number,
    String kind,
    String text,
    FileShelf.Kept file,
    String target,
    String id,
    JsonNode request) {

  static Sending words(String number, String kind, String text, String id, JsonNode request) {
    return new Sending(number, kind, text, null, null, id, request);
  }

  /** A change of an earlier message: {@code edit} or {@code delete}. */
  static Sending change(String kind, String number, String target, String text, JsonNode request) {
    return new Sending(number, kind, text, null, target, null, request);
  }

  static Sending reaction(String number, String target, String sign, String id, JsonNode request) {
    return new Sending(number, "reaction", sign, null, target, id, request);
  }
}
