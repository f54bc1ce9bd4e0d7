package org.tulpar.translation.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tulpar.translation.fidelity.Finding.Kind;
import org.tulpar.translation.fidelity.Reading.Day;
import org.tulpar.translation.fidelity.Reading.Literal;
import org.tulpar.translation.fidelity.Reading.Month;
import org.tulpar.translation.fidelity.Reading.Weekday;

/** Days of the calendar, written with the month's name or in figures; months and weekdays. */
final class Dates {

  private static final Pattern ISO =
      Regex.of("(?<!\\d)(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})(?!\\d)");
  private static final Pattern FIGURES =
      Regex.of(
          "(?<![\\d.,])(?:(?<from>\\d{1,2})\\s?[-–—]\\s?)?"
              + "(?<a>\\d{1,2})(?<s>[./-])(?<b>\\d{1,2})\\k<s>(?<y>\\d{4}|\\d{2})(?![\\d])");
  private static final Pattern FRACTION =
      Regex.of("(?<![\\d.,/])(?<a>\\d{1,2})/(?<b>\\d{1,2})(?![\\d/])");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,2}");

  private final Lexicon words;
  private final Pattern dayFirst;
  private final Pattern monthFirst;
  private final Pattern month;
  private final Pattern weekday;
  private final Pattern brief;

  Dates(Lexicon words) {
    this.words = words;
    dayFirst = dayFirst();
    monthFirst = monthFirst();
    month = Regex.of(Regex.BEGIN + words.groups("month") + Regex.END);
    weekday = Regex.of(Regex.BEGIN + words.groups("weekday") + Regex.END);
    brief = Pattern.compile(Regex.BEGIN + words.group("short.weekday") + Regex.END);
  }

  void read(Scan scan) {
    scan.each(ISO, m -> single(scan, m, days(number(m, "d"), number(m, "m"), number(m, "y"))));
    scan.each(FIGURES, m -> figures(scan, m));
    scan.each(FRACTION, m -> fraction(scan, m));
    scan.each(dayFirst, m -> named(scan, m));
    if (words.monthFirst()) {
      scan.each(monthFirst, m -> named(scan, m));
    }
  }

  /** What is left when numbers are read: a month or a weekday that stands alone. */
  void alone(Scan scan) {
    scan.each(month, m -> word(scan, m, new Month(month(m.group()))));
    scan.each(weekday, m -> word(scan, m, new Weekday(weekday(m.group()))));
    scan.each(brief, m -> brief(scan, m));
  }

  private int weekday(String word) {
    return Integer.parseInt(words.which("weekday", word));
  }

  private List<Fact> word(Scan scan, MatchResult match, Reading reading) {
    var sure = !words.is("doubtful", match.group());
    return List.of(scan.fact(Kind.DATE, match.start(), match.end(), Set.of(reading), sure));
  }

  /** Any day: it only saves the whole word on the other side from being missed. */
  private List<Fact> brief(Scan scan, MatchResult match) {
    var any = new LinkedHashSet<Reading>();
    for (int day = 1; day <= 7; day++) {
      any.add(new Weekday(day));
    }
    return List.of(scan.fact(Kind.DATE, match.start(), match.end(), any, false));
  }

  private String list() {
    var ordinal = "(?:" + words.group("ordinal") + ")?";
    var between =
        "\\s*(?:[-–—,/&]|"
            + words.group("to")
            + "|"
            + words.group("and")
            + ")\\s*(?:the |le |el |den )?";
    var day = "(?:[12]\\d|3[01]|0?[1-9])" + ordinal;
    return "(?<!\\d|\\d[.,:])(?<days>" + day + "(?:" + between + day + "){0,5})(?!\\d)";
  }

  private String year() {
    return "(?:,?\\s*(?:de |del |of )?(?<y>(?:19|20)\\d{2})(?!\\d)(?:\\s?"
        + words.group("year")
        + Regex.END
        + ")?)?";
  }

  private Pattern dayFirst() {
    return Regex.of(
        list()
            + "\\s*(?:"
            + words.group("of")
            + "\\s+)?(?<month>"
            + words.groups("month")
            + ")(?!\\p{L})"
            + year());
  }

  private Pattern monthFirst() {
    return Regex.of(
        Regex.BEGIN + "(?<month>" + words.groups("month") + ")\\s+(?:the )?" + list() + year());
  }

  private List<Fact> named(Scan scan, MatchResult match) {
    var month = month(match.group("month"));
    var year = match.group("y") == null ? null : Integer.valueOf(match.group("y"));
    var facts = new ArrayList<Fact>();
    var days = DIGITS.matcher(match.group("days"));
    while (days.find()) {
      var readings = days(Integer.parseInt(days.group()), month, year);
      facts.add(scan.fact(Kind.DATE, match.start(), match.end(), readings, true));
    }
    return facts;
  }

  private List<Fact> figures(Scan scan, MatchResult match) {
    int a = number(match, "a");
    int b = number(match, "b");
    int y = number(match, "y");
    var year = y < 100 ? 2000 + y : y;
    var readings = new LinkedHashSet<Reading>(days(a, b, year));
    if (match.group("s").equals("/") || words.monthFirst()) {
      readings.addAll(days(b, a, year));
    }
    var facts = new ArrayList<>(single(scan, match, readings));
    if (match.group("from") != null && !facts.isEmpty()) {
      var first = days(number(match, "from"), b, year);
      facts.add(scan.fact(Kind.DATE, match.start(), match.end(), first, true));
    }
    return facts;
  }

  /** 24/7 is no day, but the same on both sides. */
  private List<Fact> fraction(Scan scan, MatchResult match) {
    int a = number(match, "a");
    int b = number(match, "b");
    var readings = new LinkedHashSet<>(days(a, b, null));
    readings.addAll(days(b, a, null));
    if (!readings.isEmpty()) {
      readings.add(new Literal(a + "/" + b));
    }
    return single(scan, match, readings);
  }

  private List<Fact> single(Scan scan, MatchResult match, Set<Reading> readings) {
    return readings.isEmpty()
        ? List.of()
        : List.of(scan.fact(Kind.DATE, match.start(), match.end(), readings, true));
  }

  /** Nothing when the calendar has no such day. */
  static Set<Reading> days(int day, int month, Integer year) {
    return day < 1 || day > 31 || month < 1 || month > 12
        ? Set.of()
        : Set.of(new Day(day, month, year));
  }

  private int month(String word) {
    return Integer.parseInt(words.which("month", word));
  }

  private static int number(MatchResult match, String group) {
    return Integer.parseInt(match.group(group));
  }
}
