package org.tulpar.web.conversation.answering;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.hours.Answering;
import org.tulpar.conversation.hours.Promise;
import org.tulpar.conversation.hours.WorkingHours;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.conversation.Readers;

/** When people answer, how soon, and who is given what; saved as a whole. */
@Named("answering")
@RequestScoped
public class AnsweringBacking {

  @Inject private Answering answering;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private List<DayLine> days;
  private List<RuleLine> channels;
  private Integer first;
  private Integer next;

  @PostConstruct
  void look() {
    var rules = answering.rules();
    var locale = readers.reader().locale();
    days =
        Stream.of(DayOfWeek.values())
            .map(
                day ->
                    new DayLine(
                        day,
                        day.getDisplayName(TextStyle.FULL_STANDALONE, locale),
                        rules.hours().week().get(day)))
            .toList();
    channels = rules.channels().stream().map(RuleLine::new).toList();
    first = rules.promise().first();
    next = rules.promise().next();
  }

  public void save() {
    try {
      answering.save(
          new Answering.Rules(
              new WorkingHours(
                  days.stream()
                      .filter(DayLine::isOpen)
                      .collect(Collectors.toMap(DayLine::day, DayLine::hours))),
              new Promise(first, next),
              channels.stream().map(RuleLine::rule).toList()),
          readers.user());
      notices.done("answering.saved");
      Faces.redirect("answering");
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public List<DayLine> getDays() {
    return days;
  }

  public List<RuleLine> getChannels() {
    return channels;
  }

  public Integer getFirst() {
    return first;
  }

  public void setFirst(Integer first) {
    this.first = first;
  }

  public Integer getNext() {
    return next;
  }

  public void setNext(Integer next) {
    this.next = next;
  }
}
