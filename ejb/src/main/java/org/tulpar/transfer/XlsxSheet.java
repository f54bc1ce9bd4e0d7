package org.tulpar.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first sheet of a workbook, row by row, never the workbook as a whole. A formula is its last
 * result: nothing is calculated and nothing outside of the file is asked.
 */
final class XlsxSheet {

  /** Bytes of one part of the workbook when unpacked. */
  private static final long LARGEST_PART = 64L * 1024 * 1024;

  private static final int MOST_PARTS = 500;

  private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

  private XlsxSheet() {}

  static void read(byte[] file, SheetRows rows) {
    try {
      measure(file);
      try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), OPTIONS);
          var lines = workbook.getFirstSheet().openStream()) {
        lines.forEach(row -> rows.add(row.getRowNum(), cells(row, rows)));
      }
    } catch (IOException
        | UncheckedIOException
        | ExcelReaderException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw new SheetRefused("unreadable", e);
    }
  }

  /** Unpacks every part once, keeping nothing: what a part says of its size is not believed. */
  private static void measure(byte[] file) throws IOException {
    int parts = 0;
    try (var zip = ZipFile.builder().setByteArray(file).get()) {
      for (var part : Collections.list(zip.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw new SheetRefused("unreadable");
        }
        try (var content = zip.getInputStream(part)) {
          if (unpacked(content) > LARGEST_PART) {
            throw new SheetRefused("too_large");
          }
        }
      }
    }
  }

  private static long unpacked(InputStream part) throws IOException {
    var buffer = new byte[64 * 1024];
    long bytes = 0;
    for (int n = part.read(buffer); n >= 0 && bytes <= LARGEST_PART; n = part.read(buffer)) {
      bytes += n;
    }
    return bytes;
  }

  /** What stands far to the right is not waited for. */
  private static List<String> cells(Row row, SheetRows rows) {
    rows.column(row.getCellCount() - 1);
    var cells = new ArrayList<String>(row.getCellCount());
    for (int column = 0; column < row.getCellCount(); column++) {
      cells.add(row.getOptionalCell(column).map(XlsxSheet::text).orElse(""));
    }
    return cells;
  }

  /**
   * Numbers as numbers and dates as dates, whatever a sheet makes of them on the screen: a phone is
   * not 9.97E+11.
   */
  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> DateFormat.of(cell) ? date(cell) : number(cell);
      case FORMULA -> cell.getValue() instanceof Number ? number(cell) : raw(cell);
      case STRING, BOOLEAN -> raw(cell);
      case EMPTY, ERROR -> "";
    };
  }

  private static String date(Cell cell) {
    return cell.asDate().toLocalDate().toString();
  }

  private static String number(Cell cell) {
    return new BigDecimal(cell.getValue().toString()).stripTrailingZeros().toPlainString();
  }

  private static String raw(Cell cell) {
    var text = cell.getText();
    return text == null ? "" : text;
  }
}
