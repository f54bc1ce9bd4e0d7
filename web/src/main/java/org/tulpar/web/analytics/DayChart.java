package org.tulpar.web.analytics;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tulpar.analytics.Figures;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.web.conversation.Reader;

/**
 * Answers by day as stacked bars, in the coordinates of the picture.
 *
 * @param marks lines of the scale
 * @param ticks names of days below
 */
public record DayChart(List<Bar> bars, List<Mark> marks, List<Mark> ticks, String about) {

  private static final double LEFT = 34;
  private static final double WIDTH = 682;
  private static final double TOP = 20;
  private static final double BOTTOM = 146;
  private static final int STEPS = 3;
  private static final double THICK = 0.66;
  private static final double WIDEST = 44;

  /**
   * A day.
   *
   * @param words everything it shows
   */
  public record Bar(
      String x, String width, List<Part> parts, String words, String address, Line line) {}

  /**
   * @param kind its colour: bot, human or waiting
   */
  public record Part(String kind, String y, String height) {}

  /** A word at a place of the axis. */
  public record Mark(String at, String text) {}

  /** The same day in words, for whoever reads no picture. */
  public record Line(
      String day, Counter client, Counter bot, Counter person, Counter late, Counter asked) {}

  static DayChart of(Figures figures, Reader reader, Addresses addresses) {
    var days = figures.days();
    var step = step(days.stream().mapToLong(day -> day.bot() + day.person()).max().orElse(0));
    var slot = WIDTH / days.size();
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < days.size(); i++) {
      bars.add(bar(days.get(i), LEFT + slot * i, slot, STEPS * step, reader, addresses));
    }
    var every = days.size() <= 7 ? 1 : days.size() <= 30 ? 7 : 14;
    var names = pattern("d MMM", reader);
    return new DayChart(
        bars,
        LongStream.rangeClosed(0, STEPS)
            .mapToObj(n -> new Mark(at(height(n * step, STEPS * step)), number(n * step, reader)))
            .toList(),
        IntStream.range(0, days.size())
            .filter(i -> i % every == 0)
            .mapToObj(i -> new Mark(at(LEFT + slot * (i + 0.5)), names.format(days.get(i).date())))
            .toList(),
        reader.word(
            "dashboard.chart.about",
            days.stream().mapToLong(Figures.Day::bot).sum(),
            days.stream().mapToLong(Figures.Day::person).sum(),
            days.stream().mapToLong(Figures.Day::late).sum()));
  }

  private static Bar bar(
      Figures.Day day, double x, double slot, long top, Reader reader, Addresses addresses) {
    var width = Math.min(slot * THICK, WIDEST);
    var line = line(day, reader, addresses);
    return new Bar(
        at(x + (slot - width) / 2),
        at(width),
        parts(day, top),
        reader.word(
            "dashboard.chart.day", line.day(), day.bot(), day.person(), day.late(), day.asked()),
        line.asked().address(),
        line);
  }

  private static Line line(Figures.Day day, Reader reader, Addresses addresses) {
    var asked = addresses.day(day.date(), InboxOutcome.ASKED);
    return new Line(
        pattern("EE, d MMM", reader).format(day.date()),
        new Counter(number(day.client(), reader), asked),
        new Counter(number(day.bot(), reader), addresses.day(day.date(), InboxOutcome.BOT_WROTE)),
        new Counter(
            number(day.person(), reader), addresses.day(day.date(), InboxOutcome.PERSON_WROTE)),
        new Counter(number(day.late(), reader), Addresses.late(day.date())),
        new Counter(number(day.asked(), reader), asked));
  }

  /** From below: the bot's, people's in time, people's late. */
  private static List<Part> parts(Figures.Day day, long top) {
    var late = Math.min(day.late(), day.person());
    var parts = new ArrayList<Part>();
    stack(parts, "bot", 0, day.bot(), top);
    stack(parts, "human", day.bot(), day.person() - late, top);
    stack(parts, "waiting", day.bot() + day.person() - late, late, top);
    return parts;
  }

  private static void stack(List<Part> parts, String kind, long below, long many, long top) {
    if (many > 0) {
      var y = height(below + many, top);
      parts.add(new Part(kind, at(y), at(Math.max(0.8, height(below, top) - y - 0.6))));
    }
  }

  private static double height(long value, long top) {
    return BOTTOM - (BOTTOM - TOP) * value / top;
  }

  /** A round number of which three cover the largest. */
  static long step(long largest) {
    for (long ten = 1; ; ten *= 10) {
      for (long one : new long[] {1, 2, 3, 4, 5}) {
        if (one * ten * STEPS >= largest) {
          return one * ten;
        }
      }
    }
  }

  private static String at(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }

  private static String number(long number, Reader reader) {
    return Said.number(number, reader);
  }

  private static DateTimeFormatter pattern(String pattern, Reader reader) {
    return DateTimeFormatter.ofPattern(pattern, reader.locale());
  }
}
