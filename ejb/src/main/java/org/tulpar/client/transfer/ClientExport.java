package org.tulpar.client.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;
import org.tulpar.client.list.ClientFilter;

/**
 * Writes the clients of a filter as text that every spreadsheet opens and an import understands.
 */
@Stateless
public class ClientExport {

  /** Clients that are read at once. */
  private static final int PORTION = 1000;

  /** Without it Excel takes UTF-8 for something else. */
  private static final char MARK = '\uFEFF';

  @Inject ExportRows rows;
  @Inject CustomFields fields;

  /**
   * Writes the newest first and leaves the writer open. Who took them away, and how many, is kept
   * for the audit.
   *
   * @param titles of the columns in the order of {@link Mapping#TARGETS}, and of the creation's
   *     time
   * @param separator between cells: a comma, or a semicolon where the comma stands in numbers
   */
  public void write(
      ClientFilter filter, List<String> titles, char separator, long userId, Writer out) {
    var own = fields.active();
    try {
      out.write(MARK);
      var csv = csv(separator, out);
      csv.writeRecord(
          Stream.concat(titles.stream(), own.stream().map(CustomField::name))
              .map(SafeCell::written)
              .toList());
      rows.record(userId, writeAll(filter, own, csv));
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int writeAll(ClientFilter filter, List<CustomField> own, CsvWriter csv) {
    int written = 0;
    ExportRows.Row last = null;
    List<ExportRows.Row> portion;
    do {
      portion = rows.after(filter, last, PORTION);
      for (var row : portion) {
        csv.writeRecord(cells(row, own));
        last = row;
        written++;
      }
    } while (portion.size() == PORTION);
    return written;
  }

  private static List<String> cells(ExportRows.Row row, List<CustomField> own) {
    var cells =
        new ArrayList<>(
            Stream.of(
                    row.name(),
                    row.phone() == null ? null : "+" + row.phone(),
                    row.email(),
                    row.language(),
                    row.company(),
                    row.about(),
                    String.join(", ", row.tags()),
                    row.createdAt().toString())
                .map(SafeCell::written)
                .toList());
    for (var field : own) {
      cells.add(SafeCell.written(row.values().get(field.id())));
    }
    return cells;
  }

  private static CsvWriter csv(char separator, Writer out) {
    return CsvWriter.builder()
        .fieldSeparator(separator)
        .quoteStrategy(QuoteStrategies.ALWAYS)
        .lineDelimiter(LineDelimiter.CRLF)
        .build(out);
  }
}
