package org.tulpar.web.deal;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;

/** An amount as a person reads it: never broken over two lines, the currency named. */
public final class Price {

  private static final String NO_BREAK = "\u00A0";

  private Price() {}

  public static String of(BigDecimal amount, String currency, Locale locale) {
    return plain(amount, locale) + NO_BREAK + currency;
  }

  /**
   * Without the currency, as a person types it: a comma between thousands would be read as one of
   * decimals.
   */
  static String typed(BigDecimal amount, Locale locale) {
    var format = format(amount, locale);
    var signs = format.getDecimalFormatSymbols();
    signs.setGroupingSeparator('\u00A0');
    format.setDecimalFormatSymbols(signs);
    return format.format(amount);
  }

  private static String plain(BigDecimal amount, Locale locale) {
    return format(amount, locale).format(amount).replace(' ', '\u00A0').replace('\u202F', '\u00A0');
  }

  private static DecimalFormat format(BigDecimal amount, Locale locale) {
    var format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
    var whole = amount.stripTrailingZeros().scale() <= 0;
    format.setMinimumFractionDigits(whole ? 0 : 2);
    format.setMaximumFractionDigits(2);
    return format;
  }
}
