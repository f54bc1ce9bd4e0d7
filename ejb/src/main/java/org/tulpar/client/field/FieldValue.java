package org.tulpar.client.field;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The value of a custom field; only the component of its type is there. */
public record FieldValue(String text, BigDecimal number, LocalDate date, Boolean flag)
    implements Serializable {

  static FieldValue text(String text) {
    return new FieldValue(text, null, null, null);
  }

  static FieldValue number(BigDecimal number) {
    return new FieldValue(null, number, null, null);
  }

  static FieldValue date(LocalDate date) {
    return new FieldValue(null, null, date, null);
  }

  static FieldValue flag(boolean flag) {
    return new FieldValue(null, null, null, flag);
  }

  /** As it may be typed again, the same in every language. */
  public String plain() {
    if (number != null) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (date != null) {
      return date.toString();
    }
    return flag != null ? flag.toString() : text;
  }
}
