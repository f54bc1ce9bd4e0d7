package org.tulpar.web.conversation.answering;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.tulpar.conversation.hours.WorkingHours;

/** A day of the week as it is typed. */
public class DayLine {

  private final DayOfWeek day;
  private final String name;
  private boolean open;
  private String opens;
  private String closes;

  DayLine(DayOfWeek day, String name, WorkingHours.Hours hours) {
    this.day = day;
    this.name = name;
    this.open = hours != null;
    this.opens = hours == null ? "09:00" : hours.opens().toString();
    this.closes = hours == null ? "18:00" : hours.closes().toString();
  }

  DayOfWeek day() {
    return day;
  }

  /**
   * What cannot be read is midnight, which no day closes at: the form is refused with its reason.
   */
  WorkingHours.Hours hours() {
    return new WorkingHours.Hours(time(opens), time(closes));
  }

  static LocalTime time(String typed) {
    try {
      return typed == null ? LocalTime.MIN : LocalTime.parse(typed);
    } catch (DateTimeParseException e) {
      return LocalTime.MIN;
    }
  }

  public String getName() {
    return name;
  }

  public boolean isOpen() {
    return open;
  }

  public void setOpen(boolean open) {
    this.open = open;
  }

  public String getOpens() {
    return opens;
  }

  public void setOpens(String opens) {
    this.opens = opens;
  }

  public String getCloses() {
    return closes;
  }

  public void setCloses(String closes) {
    this.closes = closes;
  }
}
