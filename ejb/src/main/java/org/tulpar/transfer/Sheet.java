package org.tulpar.transfer;

import java.util.List;

/**
 * A table from a file: text only, the first row is the header, every row is as long as the header,
 * and rows without any text are left out.
 *
 * @param numbers of the rows in the file, counted from 1
 */
public record Sheet(List<String> header, List<List<String>> rows, List<Integer> numbers) {

  /** The largest file that is looked at, in bytes. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  public static final int MOST_ROWS = 50_000;
  public static final int MOST_COLUMNS = 100;

  /** Characters of a cell; nothing holds longer text. */
  static final int LONGEST_CELL = 4_000;

  /** Characters of all cells together. */
  static final int MOST_TEXT = 40_000_000;

  /**
   * Reads a workbook (.xlsx) or a text (.csv); which of them it is, is told by the bytes, not by
   * the name.
   *
   * @throws SheetRefused when it is neither, or too large, or has no rows
   */
  public static Sheet read(byte[] file) {
    if (file.length == 0) {
      throw new SheetRefused("empty");
    }
    if (file.length > MOST_BYTES) {
      throw new SheetRefused("too_large");
    }
    var rows = new SheetRows();
    if (isZip(file)) {
      XlsxSheet.read(file, rows);
    } else {
      CsvSheet.read(file, rows);
    }
    return rows.sheet();
  }

  private static boolean isZip(byte[] file) {
    return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
  }
}
