package org.tulpar.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tulpar.conversation.hours.Answering;

/** The figures of a period, and how they were in the period before. */
@Stateless
public class Dashboard {

  /** Who answers later is late: a quarter of an hour of working time. */
  public static final long LATE_SECONDS = 900;

  @Inject private FigureRows rows;
  @Inject private DayRows days;
  @Inject private Answering answering;
  @Inject private Clock clock;

  /** So many days up to today, in the organization's calendar. */
  public Period period(int length) {
    return Period.of(length, LocalDate.ofInstant(clock.instant(), answering.promises().zone()));
  }

  public Figures figures(Period period) {
    var dialogues = rows.dialogues(period);
    var waits = rows.waits(period);
    return new Figures(
        countedAt(),
        period,
        new Figures.Whole(sum(dialogues), waits.whole()),
        before(period.before()),
        everyDay(period, rows.days(period, LATE_SECONDS)),
        channels(dialogues, waits),
        people(rows.written(period), waits),
        rows.reasons(period));
  }

  private Instant countedAt() {
    return days.countedTo().map(CountedTo::at).orElse(null);
  }

  private Figures.Whole before(Period period) {
    return new Figures.Whole(sum(rows.dialogues(period)), rows.waits(period).whole());
  }

  private static Figures.Dialogues sum(Map<UUID, FigureRows.Spoken> channels) {
    return channels.values().stream()
        .map(FigureRows.Spoken::dialogues)
        .reduce(
            Figures.Dialogues.NONE,
            (a, b) ->
                new Figures.Dialogues(
                    a.asked() + b.asked(), a.alone() + b.alone(), a.handedOver() + b.handedOver()));
  }

  private static List<Figures.Day> everyDay(Period period, Map<LocalDate, Figures.Day> known) {
    return Stream.iterate(period.from(), day -> day.plusDays(1))
        .limit(period.days())
        .map(day -> known.getOrDefault(day, new Figures.Day(day, 0, 0, 0, 0, 0)))
        .toList();
  }

  private List<Figures.Channel> channels(
      Map<UUID, FigureRows.Spoken> spoken, FigureRows.Waiting waits) {
    var names = rows.channels();
    return Stream.concat(spoken.keySet().stream(), waits.channels().keySet().stream())
        .distinct()
        .map(
            id -> {
              var said = spoken.getOrDefault(id, FigureRows.Spoken.NOTHING);
              return new Figures.Channel(
                  id,
                  names.get(id),
                  said.dialogues(),
                  said.messages(),
                  waits.channels().getOrDefault(id, Figures.Waits.NONE));
            })
        .sorted(
            Comparator.comparingLong((Figures.Channel one) -> one.dialogues().asked())
                .reversed()
                .thenComparing(Figures.Channel::id))
        .toList();
  }

  private List<Figures.Person> people(Map<Long, Long> written, FigureRows.Waiting waits) {
    var names = rows.people();
    return Stream.concat(written.keySet().stream(), waits.people().keySet().stream())
        .distinct()
        .map(
            id ->
                new Figures.Person(
                    id,
                    names.get(id),
                    written.getOrDefault(id, 0L),
                    waits.people().getOrDefault(id, Figures.Waits.NONE)))
        .sorted(
            Comparator.comparingLong((Figures.Person one) -> one.waits().answers())
                .thenComparingLong(Figures.Person::messages)
                .reversed()
                .thenComparing(Figures.Person::id))
        .toList();
  }
}
