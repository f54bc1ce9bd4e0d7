package org.tulpar.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects rows as they are read and stops at the first limit that is passed. */
final class SheetRows {

  private List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private long text;

  /** Stops before a wide row is held as a whole. */
  void column(int index) {
    if (index >= Sheet.MOST_COLUMNS) {
      throw new SheetRefused("too_many_columns");
    }
  }

  /**
   * @param number in the file, counted from 1
   */
  void add(int number, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    column(cells.size() - 1);
    count(cells);
    if (header == null) {
      header = cells.stream().map(String::strip).toList();
    } else if (rows.size() == Sheet.MOST_ROWS) {
      throw new SheetRefused("too_many_rows");
    } else {
      rows.add(asLongAsTheHeader(cells));
      numbers.add(number);
    }
  }

  Sheet sheet() {
    if (header == null || rows.isEmpty()) {
      throw new SheetRefused("empty");
    }
    return new Sheet(header, rows, numbers);
  }

  private void count(List<String> cells) {
    for (var cell : cells) {
      if (cell.length() > Sheet.LONGEST_CELL) {
        throw new SheetRefused("cell_too_long");
      }
      text += cell.length();
    }
    if (text > Sheet.MOST_TEXT) {
      throw new SheetRefused("too_large");
    }
  }

  /** The database keeps no NUL; what stands there instead is refused by the check of its row. */
  private List<String> asLongAsTheHeader(List<String> cells) {
    var row = new ArrayList<String>(header.size());
    for (int i = 0; i < header.size(); i++) {
      row.add(i < cells.size() ? cells.get(i).replace('\0', '\uFFFD') : "");
    }
    return Collections.unmodifiableList(row);
  }
}
