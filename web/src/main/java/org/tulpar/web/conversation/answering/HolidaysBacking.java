package org.tulpar.web.conversation.answering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.hours.Holidays;
import org.tulpar.conversation.hours.SpecialDays;
import org.tulpar.conversation.hours.WorkingHours;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Readers;

/** The days on which the week does not hold: named one term at a time, and taken back. */
@Named("holidays")
@RequestScoped
public class HolidaysBacking {

  private static final String PAGE = "answering#holidays";

  @Inject private Holidays holidays;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;

  private List<HolidayLine> coming;
  private String name;
  private String first;
  private String last;
  private boolean open;
  private String opens = "10:00";
  private String closes = "15:00";

  public void add() {
    try {
      var hours = new WorkingHours.Hours(TimeOfDay.read(opens), TimeOfDay.read(closes));
      var from = day(first);
      var to = last == null || last.isBlank() ? from : day(last);
      holidays.add(new SpecialDays(0, name, from, to, open ? hours : null), readers.user());
      notices.done("holidays.added");
      Faces.redirect(PAGE);
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void remove(long id) {
    holidays.coming().stream()
        .filter(days -> days.id() == id)
        .findFirst()
        .ifPresent(days -> undo.offer("holidays.removed", kept(days)));
    holidays.remove(id, readers.user());
    Faces.redirect(PAGE);
  }

  /** What was just removed, on its days again. */
  public void restore() {
    undo.back(
        () ->
            holidays.add(
                new SpecialDays(
                    0,
                    undo.value("name"),
                    day(undo.value("first")),
                    day(undo.value("last")),
                    undo.value("opens") == null
                        ? null
                        : new WorkingHours.Hours(
                            TimeOfDay.read(undo.value("opens")),
                            TimeOfDay.read(undo.value("closes")))),
                readers.user()),
        PAGE);
  }

  private static Map<String, String> kept(SpecialDays days) {
    var values = new HashMap<String, String>();
    values.put("name", days.name());
    values.put("first", days.first().toString());
    values.put("last", days.last().toString());
    if (days.hours() != null) {
      values.put("opens", days.hours().opens().toString());
      values.put("closes", days.hours().closes().toString());
    }
    return values;
  }

  /** Null when it is none: the form is refused with its reason. */
  private static LocalDate day(String typed) {
    try {
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  public List<HolidayLine> getComing() {
    if (coming == null) {
      var reader = readers.reader();
      coming = holidays.coming().stream().map(days -> HolidayLine.of(days, reader)).toList();
    }
    return coming;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getFirst() {
    return first;
  }

  public void setFirst(String first) {
    this.first = first;
  }

  public String getLast() {
    return last;
  }

  public void setLast(String last) {
    this.last = last;
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
