package org.tulpar.translation.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tulpar.translation.fidelity.Finding.Kind;
import org.tulpar.translation.fidelity.Reading.Amount;
import org.tulpar.translation.fidelity.Reading.Hour;

/** Times of the day: 14:00, 2 pm, 14h, 14 Uhr. A bare number of hours is left to the numbers. */
final class Times {

  private static final String HOUR = "(?<![\\d:.,])(?<h>[01]?\\d|2[0-4])";
  private static final Pattern LETTER =
      Regex.of(HOUR + "\\s?h(?:\\s?(?<m>[0-5]\\d))?(?![\\p{L}\\d])");

  /** Of the day; twelve in the first is midnight. */
  private enum Half {
    NONE,
    FIRST,
    SECOND
  }

  private record Halved(Pattern pattern, Half half) {}

  private final List<Halved> halves = new ArrayList<>();
  private final Pattern exact;
  private final Pattern named;

  Times(Lexicon words) {
    var hours = words.group("hour");
    var loose = HOUR + "(?:[:.](?<m>[0-5]\\d))?\\s?(?:" + hours + "\\s?)?";
    var strict = HOUR + "(?:[:.](?<m>[0-5]\\d)\\s?|\\s?" + hours + "\\s)";
    half(loose + words.group("pm"), Half.SECOND);
    half(loose + words.group("am"), Half.FIRST);
    half(strict + words.group("pm.hour"), Half.SECOND);
    half(strict + words.group("am.hour"), Half.FIRST);
    exact =
        Regex.of(HOUR + ":(?<m>[0-5]\\d)(?::[0-5]\\d)?(?!\\d)(?:\\s?" + hours + Regex.END + ")?");
    named = Regex.of(HOUR + "(?:[.](?<m>[0-5]\\d))?\\s?uhr" + Regex.END);
  }

  private void half(String pattern, Half half) {
    halves.add(new Halved(Regex.of(pattern + "(?![\\p{L}\\d])"), half));
  }

  void read(Scan scan) {
    for (var each : halves) {
      scan.take(each.pattern(), Kind.TIME, m -> Set.of(hour(m, each.half())));
    }
    scan.take(exact, Kind.TIME, m -> Set.of(hour(m, Half.NONE)));
    scan.take(named, Kind.TIME, m -> Set.of(hour(m, Half.NONE)));
    scan.take(LETTER, Kind.TIME, Times::letter);
  }

  private static Reading hour(MatchResult match, Half half) {
    int hour = Integer.parseInt(match.group("h"));
    var minute = match.group("m");
    int whole =
        switch (half) {
          case NONE -> hour;
          case FIRST -> hour == 12 ? 0 : hour;
          case SECOND -> hour < 12 ? hour + 12 : hour;
        };
    return new Hour(whole, minute == null ? 0 : Integer.parseInt(minute));
  }

  /** Without minutes it may be how long something takes. */
  private static Set<Reading> letter(MatchResult match) {
    var readings = new LinkedHashSet<Reading>();
    readings.add(hour(match, Half.NONE));
    if (match.group("m") == null) {
      readings.add(new Amount(Numbers.value(match.group("h"))));
    }
    return readings;
  }
}
