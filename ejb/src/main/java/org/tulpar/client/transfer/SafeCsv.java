package org.tulpar.client.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Text that every spreadsheet opens, and in which no cell is a formula; kept nowhere in between.
 */
public final class SafeCsv {

  /** Without it Excel takes UTF-8 for something else. */
  private static final char MARK = '\uFEFF';

  private final CsvWriter csv;

  /**
   * @param separator between cells: a comma, or a semicolon where the comma stands in numbers
   * @param out is left open
   */
  public SafeCsv(char separator, Writer out) {
    try {
      out.write(MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    csv =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(out);
  }

  /** Null is an empty cell. */
  public void row(List<String> cells) {
    csv.writeRecord(cells.stream().map(SafeCell::written).toList());
  }

  public void flush() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
