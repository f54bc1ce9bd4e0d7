package org.tulpar.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;

/**
 * How what people type becomes what the catalog holds; whatever cannot is refused with its reason.
 * Blank is null everywhere.
 */
public final class CatalogInput {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_TEXT = 4000;
  private static final int MOST_DIGITS = 12;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

  private CatalogInput() {}

  /** Must be there. */
  public static String name(String typed) {
    var name = limited(typed, LONGEST_NAME);
    if (name == null) {
      throw new CatalogRefused("name");
    }
    return name;
  }

  public static String line(String typed) {
    return limited(typed, LONGEST_NAME);
  }

  public static String code(String typed) {
    return limited(typed, LONGEST_CODE);
  }

  public static String text(String typed) {
    return limited(typed, LONGEST_TEXT);
  }

  public static String phone(String typed) {
    try {
      return ClientInput.phone(typed);
    } catch (ClientRefused e) {
      throw new CatalogRefused("phone");
    }
  }

  public static String email(String typed) {
    try {
      return ClientInput.email(typed);
    } catch (ClientRefused e) {
      throw new CatalogRefused("email");
    }
  }

  /** Thousands may be parted by blanks, decimals by a comma; two decimals at most. */
  public static BigDecimal amount(String typed) {
    var text = limited(typed, LONGEST_CODE);
    if (text == null) {
      return null;
    }
    try {
      var amount =
          new BigDecimal(text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.'))
              .setScale(2, RoundingMode.UNNECESSARY);
      if (amount.signum() < 0 || amount.precision() - amount.scale() > MOST_DIGITS) {
        throw new CatalogRefused("amount");
      }
      return amount;
    } catch (ArithmeticException | NumberFormatException e) {
      throw new CatalogRefused("amount");
    }
  }

  /** From 0 to 100. */
  public static BigDecimal percent(String typed) {
    try {
      var percent = amount(typed == null ? null : typed.replace("%", ""));
      if (percent != null && percent.compareTo(ALL) > 0) {
        throw new CatalogRefused("percent");
      }
      return percent;
    } catch (CatalogRefused e) {
      throw new CatalogRefused("percent");
    }
  }

  /** ISO 4217. */
  public static String currency(String typed) {
    var code = limited(typed, LONGEST_CODE);
    if (code != null && !code.matches("[A-Za-z]{3}")) {
      throw new CatalogRefused("currency");
    }
    return code == null ? null : code.toUpperCase(Locale.ROOT);
  }

  /** 2026-12-31, 31.12.2026 or 31/12/2026; of this century. */
  public static LocalDate day(String typed) {
    var text = limited(typed, LONGEST_CODE);
    if (text == null) {
      return null;
    }
    for (var format : DAYS) {
      try {
        var day = LocalDate.parse(text, format);
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
          throw new CatalogRefused("day");
        }
        return day;
      } catch (DateTimeException e) {
        continue; // it may stand there in another form
      }
    }
    throw new CatalogRefused("day");
  }

  /** A whole number between 1 and 10,000. */
  public static Integer count(String typed) {
    var text = limited(typed, LONGEST_CODE);
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 10_000) {
      throw new CatalogRefused("count");
    }
    return Integer.valueOf(text);
  }

  /**
   * By its name in any case.
   *
   * @param reason when there is no such constant
   */
  public static <E extends Enum<E>> E constant(String typed, E[] all, String reason) {
    var text = limited(typed, LONGEST_CODE);
    if (text == null) {
      return null;
    }
    return Arrays.stream(all)
        .filter(one -> one.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new CatalogRefused(reason));
  }

  private static String limited(String typed, int most) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    if (typed.indexOf('\0') >= 0 || typed.indexOf('\uFFFD') >= 0) {
      throw new CatalogRefused("character");
    }
    var text = typed.strip();
    if (text.length() > most) {
      throw new CatalogRefused("too_long");
    }
    return text;
  }
}
