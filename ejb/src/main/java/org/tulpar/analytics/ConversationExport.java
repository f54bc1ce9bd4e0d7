package org.tulpar.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tulpar.transfer.SafeCsv;

/** Writes the conversations of a period as text that every spreadsheet opens, one a row. */
@Stateless
public class ConversationExport {

  @Inject private ConversationRows rows;

  /**
   * Writes in the order in which they began and leaves the writer open. Who took them away, and how
   * many, is kept for the audit.
   *
   * @param cells of a conversation, as many as there are titles; null is empty
   * @param separator between cells: a comma, or a semicolon where the comma stands in numbers
   */
  public void write(
      Period period,
      List<String> titles,
      Function<ConversationLine, List<String>> cells,
      char separator,
      long userId,
      Writer out) {
    var written =
        new SafeCsv(separator, out)
            .write(
                titles,
                (Long last, int most) -> rows.after(period, last == null ? 0 : last, most),
                ConversationLine::id,
                line -> Stream.of(cells.apply(line)));
    rows.record(userId, period, written);
  }
}
