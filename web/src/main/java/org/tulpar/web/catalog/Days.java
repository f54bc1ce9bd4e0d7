package org.tulpar.web.catalog;

import java.time.LocalDate;
import org.tulpar.web.conversation.Reader;

/** Days and terms as they are read. */
final class Days {

  private Days() {}

  static String of(LocalDate day, Reader reader) {
    return reader.date(day);
  }

  /** One day, or the first and the last; without an end, "from". */
  static String term(LocalDate from, LocalDate to, Reader reader) {
    if (to == null) {
      return reader.word("catalog.from", of(from, reader));
    }
    return from.equals(to) ? of(from, reader) : of(from, reader) + " – " + of(to, reader);
  }
}
