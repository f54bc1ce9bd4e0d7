package org.tulpar.web.analytics;

import java.text.NumberFormat;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.web.conversation.Reader;

/** Numbers and times as a person reads them. */
final class Said {

  private static final int MINUTE = 60;
  private static final int HOUR = 3600;
  private static final String NO_BREAK = "\u00a0";

  private Said() {}

  static String number(long number, Reader reader) {
    return NumberFormat.getIntegerInstance(reader.locale()).format(number);
  }

  /** A count that stops at {@link Inbox#MANY}. */
  static String many(int number, Reader reader) {
    return number < Inbox.MANY ? number(number, reader) : Inbox.MANY - 1 + "+";
  }

  /**
   * @param percent null for nothing to divide by
   */
  static String percent(Integer percent) {
    return percent == null ? "–" : percent + NO_BREAK + "%";
  }

  /**
   * @param seconds null for none
   */
  static String time(Long seconds, Reader reader) {
    return seconds == null ? "–" : value(seconds) + NO_BREAK + unit(seconds, reader);
  }

  /** Seconds, minutes, or hours and minutes. */
  static String value(long seconds) {
    if (seconds < MINUTE) {
      return Long.toString(seconds);
    }
    var minutes = Math.round((double) seconds / MINUTE);
    return minutes < MINUTE
        ? Long.toString(minutes)
        : "%d:%02d".formatted(minutes / MINUTE, minutes % MINUTE);
  }

  static String unit(long seconds, Reader reader) {
    var minutes = Math.round((double) seconds / MINUTE);
    return reader.word(
        seconds < MINUTE
            ? "dashboard.seconds"
            : minutes * MINUTE < HOUR ? "dashboard.minutes" : "dashboard.hours");
  }
}
