package org.tulpar.web.conversation.answering;

import java.time.DayOfWeek;
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
    this.opens = hours == null ? "09:00" : TimeOfDay.of(hours.opens());
    this.closes = hours == null ? "18:00" : TimeOfDay.of(hours.closes());
  }

  DayOfWeek day() {
    return day;
  }

  WorkingHours.Hours hours() {
    return new WorkingHours.Hours(TimeOfDay.read(opens), TimeOfDay.read(closes));
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
