package org.tulpar.transfer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/**
 * Whether the number of a cell is shown as a date. The formats 14 to 22 and 45 to 47 are dates and
 * times by definition (ECMA-376, part 1, 18.8.30), those of 27 to 36 and 50 to 58 in East Asian
 * workbooks; any other is one when its first section has a letter of a date outside of quotes,
 * brackets and escapes.
 */
final class DateFormat {

  private static final Pattern LITERALS =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]");

  private static final Pattern DATE = Pattern.compile("[ymdhsYMDHS]");

  private DateFormat() {}

  static boolean of(Cell cell) {
    var id = cell.getDataFormatId();
    var pattern = cell.getDataFormatString();
    return id != null && builtIn(id) || pattern != null && custom(pattern);
  }

  private static boolean builtIn(int id) {
    return id >= 14 && id <= 22
        || id >= 27 && id <= 36
        || id >= 45 && id <= 47
        || id >= 50 && id <= 58;
  }

  static boolean custom(String pattern) {
    var first = LITERALS.matcher(pattern).replaceAll("").split(";", 2)[0];
    return DATE.matcher(first).find() && !first.toLowerCase(Locale.ROOT).contains("general");
  }
}
