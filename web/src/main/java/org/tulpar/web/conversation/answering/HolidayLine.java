package org.tulpar.web.conversation.answering;

import org.tulpar.conversation.hours.SpecialDays;
import org.tulpar.web.conversation.Reader;

/**
 * Special days as they are read.
 *
 * @param hours in words; null while it is closed
 */
public record HolidayLine(long id, String name, String days, String hours) {

  static HolidayLine of(SpecialDays days, Reader reader) {
    return new HolidayLine(
        days.id(),
        days.name(),
        reader.days(days.first(), days.last()),
        days.hours() == null
            ? null
            : TimeOfDay.of(days.hours().opens()) + " – " + TimeOfDay.of(days.hours().closes()));
  }
}
