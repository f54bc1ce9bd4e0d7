package org.tulpar.conversation.hours;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Keeps the days on which the organization is closed, or open at other hours than its week says. A
 * day is named once.
 */
@Stateless
public class Holidays {

  private static final int LONGEST = 366; // days
  private static final int LONGEST_NAME = 80;
  private static final int MOST = 200;

  @Inject private HoursRows rows;
  @Inject private Clock clock;

  /** Those that are not over, the next first. What is over stays for the figures of its time. */
  public List<SpecialDays> coming() {
    return rows.special(LocalDate.ofInstant(clock.instant(), rows.zone()), MOST);
  }

  /**
   * Names days; their id is not asked for.
   *
   * @throws HoursRefused without a name, when the days are none or too many, when it closes before
   *     it opens, or when one of them has a name already
   */
  public void add(SpecialDays days, long userId) {
    var name = days.name() == null ? "" : days.name().strip();
    require(!name.isEmpty() && name.length() <= LONGEST_NAME, "special_name");
    require(days.first() != null && days.last() != null, "special_day");
    var length = ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
    require(length >= 1 && length <= LONGEST, "special_term");
    var hours = days.hours();
    require(hours == null || hours.opens().isBefore(hours.closes()), "day");
    require(coming().size() < MOST, "special_many");
    var named = new SpecialDays(0, name, days.first(), days.last(), hours);
    require(rows.put(named), "special_taken");
    rows.record(userId);
  }

  public void remove(long id, long userId) {
    rows.removeSpecial(id);
    rows.record(userId);
  }

  private static void require(boolean holds, String reason) {
    if (!holds) {
      throw new HoursRefused(reason);
    }
  }
}
