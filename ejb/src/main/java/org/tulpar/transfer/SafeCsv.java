package org.tulpar.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Text that every spreadsheet opens, and takes no cell of for a formula. */
public final class SafeCsv {

  /** Without it Excel takes UTF-8 for something else. */
  private static final char MARK = '\uFEFF';

  private final CsvWriter csv;

  /**
   * The writer is left open.
   *
   * @param separator between cells: a comma, or a semicolon where the comma stands in numbers
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

  /** A cell may be null. */
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
