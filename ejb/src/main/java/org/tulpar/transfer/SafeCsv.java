package org.tulpar.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Text that every spreadsheet opens, and takes no cell of for a formula. A long list is written
 * portion by portion: it is never whole in memory.
 */
public final class SafeCsv {

  /** Without it Excel takes UTF-8 for something else. */
  private static final char MARK = '\uFEFF';

  /** Subjects that are read at once. */
  private static final int PORTION = 1000;

  /** Reads a list from a place in it. */
  @FunctionalInterface
  public interface Source<T, P> {

    /**
     * @param place behind which it goes on, or null at the beginning
     */
    List<T> after(P place, int most);
  }

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

  /**
   * Writes all that the source has below these titles and returns how many that were.
   *
   * @param place of a subject in the list
   * @param lines of a subject; a cell may be null
   */
  public <T, P> int write(
      List<String> titles,
      Source<T, P> source,
      Function<T, P> place,
      Function<T, Stream<List<String>>> lines) {
    row(titles);
    P last = null;
    int written = 0;
    List<T> portion;
    do {
      portion = source.after(last, PORTION);
      portion.stream().flatMap(lines).forEach(this::row);
      last = portion.isEmpty() ? null : place.apply(portion.getLast());
      written += portion.size();
    } while (portion.size() == PORTION);
    flush();
    return written;
  }

  private void row(List<String> cells) {
    csv.writeRecord(cells.stream().map(SafeCell::written).toList());
  }

  private void flush() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
