package org.tulpar.web.operations;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, sizes and counts as a person reads them; what is not known is a dash. */
public record Figures(Locale locale, ZoneId zone) {

  private static final String UNKNOWN = "—";
  private static final long KIBI = 1024;

  String time(Instant at) {
    return format(at, "d MMM, HH:mm");
  }

  String day(Instant at) {
    return format(at, "d MMM yyyy");
  }

  /** To the second, for a log. */
  public String exact(Instant at) {
    return format(at, "d MMM, HH:mm:ss");
  }

  String clock(Instant at) {
    return format(at, "HH:mm:ss");
  }

  /** Seconds, with tenths below a minute. */
  String seconds(Instant from, Instant to) {
    if (from == null || to == null) {
      return UNKNOWN;
    }
    var taken = Duration.between(from, to);
    return taken.toMinutes() > 0
        ? count(taken.toSeconds())
        : String.format(locale, "%.1f", taken.toMillis() / 1000.0);
  }

  public String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** In units of 1024, one digit after the point. */
  Size size(long bytes) {
    var exponent = bytes < KIBI ? 0 : (63 - Long.numberOfLeadingZeros(bytes)) / 10;
    var amount = bytes / Math.pow(KIBI, exponent);
    var text = exponent == 0 ? count(bytes) : String.format(locale, "%.1f", amount);
    return new Size(text, "size." + exponent);
  }

  private String format(Instant at, String pattern) {
    return at == null
        ? UNKNOWN
        : DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
  }

  /**
   * An amount of bytes.
   *
   * @param unit key of the unit's name
   */
  record Size(String amount, String unit) {}
}
