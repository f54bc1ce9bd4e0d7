package org.tulpar.translation.fidelity;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a number may be worth: a lone separator before three digits may be either kind. */
final class Numbers {

  private static final Pattern GROUPING = Pattern.compile("[ ']");
  private static final Pattern LONE = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

  private Numbers() {}

  static Set<BigDecimal> values(String written) {
    var digits = GROUPING.matcher(written).replaceAll("");
    var values = new LinkedHashSet<BigDecimal>();
    int dot = digits.lastIndexOf('.');
    int comma = digits.lastIndexOf(',');
    if (LONE.matcher(digits).matches()) {
      values.add(value(digits.replace(".", "").replace(",", "")));
      values.add(value(digits.replace(',', '.')));
    } else if (dot >= 0 && comma >= 0) {
      values.add(value(dot > comma ? digits.replace(",", "") : swapped(digits)));
    } else if (repeated(digits, '.') || repeated(digits, ',')) {
      values.add(value(digits.replace(".", "").replace(",", "")));
    } else {
      values.add(value(digits.replace(',', '.')));
    }
    return values;
  }

  private static String swapped(String digits) {
    return digits.replace(".", "").replace(',', '.');
  }

  private static boolean repeated(String digits, char separator) {
    return digits.indexOf(separator) != digits.lastIndexOf(separator);
  }

  /** Equal numbers are equal values. */
  static BigDecimal value(String digits) {
    return plain(new BigDecimal(digits));
  }

  static BigDecimal plain(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }
}
