package org.tulpar.transfer;

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe, which it does not show; a
 * file that we wrote is read again without it.
 */
public final class SafeCell {

  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SafeCell() {}

  public static String written(String text) {
    if (text == null) {
      return "";
    }
    return starts(text, 0) ? "'" + text : text;
  }

  public static String read(String cell) {
    return cell.startsWith("'") && starts(cell, 1) ? cell.substring(1) : cell;
  }

  private static boolean starts(String text, int from) {
    return text.length() > from && STARTS.indexOf(text.charAt(from)) >= 0;
  }
}
