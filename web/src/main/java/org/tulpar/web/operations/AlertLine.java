package org.tulpar.web.operations;

import org.tulpar.operations.alert.Alert;
import org.tulpar.web.conversation.Reader;

/** One alert, ready to show. */
public record AlertLine(String what, String subject, String since, boolean grave) {

  static AlertLine of(Alert alert, Figures figures, Reader reader) {
    return new AlertLine(
        reader.word("alert." + alert.kind(), figures.count(alert.number())),
        alert.subject(),
        figures.time(alert.since()),
        alert.kind().grave());
  }
}
