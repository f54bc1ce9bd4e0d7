package org.tulpar.analytics;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which answers of people are meant; the address of their page says it.
 *
 * @param by who gave them, 0 for the telephone, or null for anybody
 * @param channel or null for all
 * @param late only those that took longer than {@link Dashboard#LATE_SECONDS}
 */
public record AnswerFilter(Period period, Long by, UUID channel, boolean late)
    implements Serializable {

  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)");

  /** Of everybody, everywhere. */
  public static AnswerFilter of(Period period) {
    return new AnswerFilter(period, null, null, false);
  }

  public AnswerFilter by(long person) {
    return new AnswerFilter(period, person, channel, late);
  }

  public AnswerFilter in(UUID where) {
    return new AnswerFilter(period, by, where, late);
  }

  public AnswerFilter onlyLate() {
    return new AnswerFilter(period, by, channel, true);
  }

  /**
   * @param parameter gives the value behind a name of the address, or null
   * @param usual where the address names no days; what else is not understood is absent
   */
  public static AnswerFilter of(UnaryOperator<String> parameter, Period usual) {
    var by = text(parameter, "by");
    var channel = text(parameter, "channel");
    return new AnswerFilter(
        period(text(parameter, "days"), usual),
        by.matches("[0-9]{1,18}") ? Long.valueOf(by) : null,
        channel.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
            ? UUID.fromString(channel)
            : null,
        "true".equals(text(parameter, "late")));
  }

  /** The address again, without question mark. */
  public String query() {
    return "days="
        + period.from()
        + ".."
        + period.to()
        + (by == null ? "" : "&by=" + by)
        + (channel == null ? "" : "&channel=" + channel)
        + (late ? "&late=true" : "");
  }

  private static Period period(String text, Period usual) {
    var days = DAYS.matcher(text);
    try {
      return days.matches()
          ? new Period(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)))
          : usual;
    } catch (DateTimeException e) {
      return usual; // no such day
    }
  }

  private static String text(UnaryOperator<String> parameter, String name) {
    var value = parameter.apply(name);
    return value == null ? "" : value;
  }
}
