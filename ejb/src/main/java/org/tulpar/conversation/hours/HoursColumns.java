package org.tulpar.conversation.hours;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;

/** The columns of hours and special days, read alike whoever asks for them. */
public final class HoursColumns {

  /** To be continued by a condition. */
  public static final String WEEK = "select weekday, opens_at, closes_at from working_hours ";

  /** To be continued by a condition and an order. */
  public static final String SPECIAL =
      "select id, name, first_day, last_day, opens_at, closes_at from special_days ";

  private HoursColumns() {}

  /** Null while it is closed. */
  public static WorkingHours.Hours hours(ResultSet row) throws SQLException {
    var opens = row.getObject("opens_at", LocalTime.class);
    return opens == null
        ? null
        : new WorkingHours.Hours(opens, row.getObject("closes_at", LocalTime.class));
  }

  public static SpecialDays special(ResultSet row) throws SQLException {
    return new SpecialDays(
        row.getLong("id"),
        row.getString("name"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        hours(row));
  }
}
