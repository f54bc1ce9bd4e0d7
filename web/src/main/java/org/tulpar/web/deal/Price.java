package org.tulpar.web.deal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** An amount as a person reads it: never broken over two lines, the currency named. */
public final class Price {

  private static final String NO_BREAK = "\u00A0";

  private Price() {}

  public static String of(BigDecimal amount, String currency, Locale locale) {
    return plain(amount, locale) + NO_BREAK + currency;
  }

  /** Without the currency. */
  static String plain(BigDecimal amount, Locale locale) {
    var format = NumberFormat.getNumberInstance(locale);
    var whole = amount.stripTrailingZeros().scale() <= 0;
    format.setMinimumFractionDigits(whole ? 0 : 2);
    format.setMaximumFractionDigits(2);
    return format.format(amount).replace(' ', '\u00A0').replace('\u202F', '\u00A0');
  }
}
