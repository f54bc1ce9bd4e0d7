package org.tulpar.web.conversation.answering;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.tulpar.conversation.hours.WorkingHours;

/**
 * A time of day as it is typed and read: the same in every language and on every browser, of 24
 * hours. What is typed with am or pm is understood as well.
 */
final class TimeOfDay {

  private static final String MIDNIGHT = "24:00";
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm");
  private static final Pattern TYPED =
      Pattern.compile(
          "([0-9]{1,2})(?:[:.]([0-9]{2}))?\\s*(?:([ap])\\.?m\\.?)?", Pattern.CASE_INSENSITIVE);
  private static final int NOON = 12;

  private TimeOfDay() {}

  static String of(LocalTime time) {
    return time.equals(WorkingHours.Hours.END_OF_DAY) ? MIDNIGHT : WRITTEN.format(time);
  }

  /**
   * What cannot be read is midnight, which no day closes at: the form is refused with its reason.
   */
  static LocalTime read(String typed) {
    var parts = TYPED.matcher(typed == null ? "" : typed.strip());
    if (!parts.matches()) {
      return LocalTime.MIN;
    }
    var hour = hour(Integer.parseInt(parts.group(1)), parts.group(3));
    var minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    if (hour == 24 && minute == 0) {
      return WorkingHours.Hours.END_OF_DAY;
    }
    return hour > 23 || minute > 59 ? LocalTime.MIN : LocalTime.of(hour, minute);
  }

  /**
   * @param half a or p, in any case, or null
   * @return more than 24 when there is no such hour
   */
  private static int hour(int typed, String half) {
    if (half == null) {
      return typed;
    }
    if (typed < 1 || typed > NOON) {
      return Integer.MAX_VALUE;
    }
    return typed % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
  }
}
