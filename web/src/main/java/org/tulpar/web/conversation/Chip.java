package org.tulpar.web.conversation;

import java.time.Instant;
import org.tulpar.conversation.hours.Deadline;

/**
 * Until when a client shall be answered: calm, then a warning, then too late. The browser turns it
 * as time passes.
 *
 * @param kind class of the chip as it is now
 * @param warns milliseconds
 * @param due milliseconds
 */
public record Chip(String kind, String text, String title, long warns, long due) {

  /** Null where nothing is promised. */
  static Chip of(Deadline deadline, Reader reader) {
    if (deadline == null) {
      return null;
    }
    var late = reader.now().isAfter(deadline.due());
    return new Chip(
        kind(deadline, reader.now()),
        late
            ? reader.word("sla.late", reader.since(deadline.due()))
            : reader.word("sla.left", reader.until(deadline.due())),
        reader.word(deadline.first() ? "sla.first" : "sla.next", reader.exact(deadline.due())),
        deadline.warns().toEpochMilli(),
        deadline.due().toEpochMilli());
  }

  private static String kind(Deadline deadline, Instant now) {
    if (now.isAfter(deadline.due())) {
      return "danger";
    }
    return now.isAfter(deadline.warns()) ? "warning" : "line";
  }
}
