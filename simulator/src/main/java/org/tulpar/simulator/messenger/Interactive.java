package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;

/** What Meta refuses of reply buttons and lists. */
final class Interactive {

  private Interactive() {}

  /** Empty when nothing is wrong. */
  static String wrong(JsonNode interactive) {
    var words = interactive.at("/body/text").asText("");
    if (words.isBlank() || words.length() > 1024) {
      return "body.text";
    }
    return switch (interactive.path("type").asText("")) {
      case "button" -> wrong(interactive.at("/action/buttons"), 3, 20, "/reply");
      case "list" -> list(interactive.path("action"));
      default -> "interactive.type";
    };
  }

  private static String list(JsonNode action) {
    var opens = action.path("button").asText("");
    return opens.isBlank() || opens.length() > 20
        ? "action.button"
        : wrong(action.at("/sections/0/rows"), 10, 24, "");
  }

  /**
   * @param within where a choice has its id and title
   */
  private static String wrong(JsonNode choices, int most, int widest, String within) {
    if (choices.isEmpty() || choices.size() > most) {
      return "number of choices";
    }
    var seen = new HashSet<String>();
    for (var choice : choices) {
      var id = choice.at(within + "/id").asText("");
      var title = choice.at(within + "/title").asText("");
      if (id.isBlank() || title.isBlank() || title.length() > widest) {
        return "choice " + title;
      }
      if (!seen.add("id " + id) || !seen.add("title " + title)) {
        return "twice " + title;
      }
    }
    return "";
  }
}
