package org.tulpar.web.catalog;

import java.util.Optional;
import org.omnifaces.util.Faces;

/**
 * What a button of a table asks for: it names the row by its id, and the version that was seen.
 *
 * @param name for example {@code price-remove}
 * @param id of the row
 * @param rest whatever else the button says, or empty
 */
record Act(String name, long id, String rest) {

  private static final String PARAMETER = "act";

  /** Of this request, if it is a form's; nothing when no such button was pressed. */
  static Optional<Act> asked() {
    var text = Faces.isPostback() ? Faces.getRequestParameter(PARAMETER) : null;
    return Optional.ofNullable(text)
        .map(value -> value.split("[.]", 3))
        .filter(parts -> parts.length >= 2 && parts[1].matches("[0-9]{1,18}"))
        .map(
            parts ->
                new Act(parts[0], Long.parseLong(parts[1]), parts.length == 3 ? parts[2] : ""));
  }

  /** A parameter of the form the button stands in; null when it is absent or blank. */
  static String typed(String name) {
    var text = Faces.getRequestParameter(name);
    return text == null || text.isBlank() ? null : text;
  }
}
