package org.tulpar.web.client;

import java.util.ArrayList;
import java.util.List;
import org.tulpar.client.TimelineLine;
import org.tulpar.tenant.list.Page;
import org.tulpar.web.conversation.Reader;

/**
 * A portion of a timeline as it is shown, with a line above each day.
 *
 * @param older where it goes on, or null
 */
public record TimelineView(List<TimelineRow> lines, String older) {

  public static TimelineView of(Page<TimelineLine> page, Reader reader) {
    var lines = new ArrayList<TimelineRow>();
    TimelineLine last = null;
    for (var line : page.rows()) {
      var sameDay = last != null && reader.day(last.at()).equals(reader.day(line.at()));
      lines.add(TimelineRow.of(line, sameDay ? null : reader.dayWords(line.at()), reader));
      last = line;
    }
    return new TimelineView(List.copyOf(lines), page.after());
  }
}
