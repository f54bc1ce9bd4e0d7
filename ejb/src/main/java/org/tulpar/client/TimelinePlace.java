package org.tulpar.client;

import java.time.DateTimeException;
import java.time.Instant;
import org.tulpar.tenant.list.Criteria;

/**
 * Where a timeline goes on: below this line; written into the page's address.
 *
 * @param line number of the line: many things happen in one moment, as when a file is imported
 */
public record TimelinePlace(Instant at, long line) {

  /** Above everything. */
  public static final TimelinePlace NEWEST =
      new TimelinePlace(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

  /** An address nobody can read begins with the newest. */
  public static TimelinePlace read(String text) {
    var parts = text == null ? new String[0] : text.split("_", 2);
    var line = parts.length == 2 ? Criteria.number(parts[0]) : null;
    try {
      return line == null ? NEWEST : new TimelinePlace(Instant.parse(parts[1]), line);
    } catch (DateTimeException e) {
      return NEWEST;
    }
  }

  @Override
  public String toString() {
    return line + "_" + at;
  }
}
