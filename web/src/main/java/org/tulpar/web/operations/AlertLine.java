package org.tulpar.web.operations;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.operations.alert.Alert;
import org.tulpar.web.conversation.Reader;

/**
 * One alert, ready to show.
 *
 * @param about of what and since when
 */
public record AlertLine(String what, String about, boolean grave) {

  static AlertLine of(Alert alert, Figures figures, Reader reader) {
    return new AlertLine(
        reader.word("alert." + alert.kind(), figures.count(alert.number())),
        Stream.of(alert.subject(), reader.word("alert.since", figures.time(alert.since())))
            .filter(text -> text != null && !text.isEmpty())
            .collect(Collectors.joining(" · ")),
        alert.kind().grave());
  }
}
