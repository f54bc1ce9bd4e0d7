package org.tulpar.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import org.tulpar.transfer.SafeCsv;

/** Writes the conversations of a period as text that every spreadsheet opens, one a row. */
@Stateless
public class ConversationExport {

  /** Conversations that are read at once. */
  private static final int PORTION = 1000;

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
    var csv = new SafeCsv(separator, out);
    csv.row(titles);
    int written = 0;
    long last = 0;
    List<ConversationLine> portion;
    do {
      portion = rows.after(period, last, PORTION);
      for (var line : portion) {
        csv.row(cells.apply(line));
        last = line.id();
        written++;
      }
    } while (portion.size() == PORTION);
    rows.record(userId, period, written);
    csv.flush();
  }
}
