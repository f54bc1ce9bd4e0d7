package org.tulpar.web.client;

import java.math.BigDecimal;
import java.text.NumberFormat;
import org.tulpar.web.conversation.Reader;

/** Amounts as they are read; the currency is always named, because amounts of two are no sum. */
public final class Money {

  private static final String NO_BREAK = "\u00a0";

  private Money() {}

  /** Null when there is no amount. */
  public static String of(BigDecimal amount, String currency, Reader reader) {
    if (amount == null) {
      return null;
    }
    var format = NumberFormat.getNumberInstance(reader.locale());
    format.setMaximumFractionDigits(2);
    var number = format.format(amount);
    return currency == null ? number : number + NO_BREAK + currency;
  }
}
