package org.tulpar.tenant.list;

import java.math.BigDecimal;
import java.util.List;

/**
 * So much in one currency (ISO 4217); amounts of two currencies are no sum.
 *
 * @param amount two decimals
 */
public record Sum(BigDecimal amount, String currency) {

  /**
   * @param texts amount, blank, currency, as a statement gathers them
   */
  public static List<Sum> all(List<String> texts) {
    return texts.stream()
        .map(text -> text.split(" ", 2))
        .map(parts -> new Sum(new BigDecimal(parts[0]), parts[1]))
        .toList();
  }
}
