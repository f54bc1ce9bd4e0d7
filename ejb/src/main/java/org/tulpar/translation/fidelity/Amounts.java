package org.tulpar.translation.fidelity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tulpar.translation.fidelity.Finding.Kind;
import org.tulpar.translation.fidelity.Reading.Amount;
import org.tulpar.translation.fidelity.Reading.Hour;
import org.tulpar.translation.fidelity.Reading.Literal;
import org.tulpar.translation.fidelity.Reading.Money;
import org.tulpar.translation.fidelity.Reading.Percent;

/** Prices, percentages, codes and all other numbers. */
final class Amounts {

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("US$", "USD"),
          Map.entry("$", "USD"),
          Map.entry("€", "EUR"),
          Map.entry("₽", "RUB"),
          Map.entry("£", "GBP"),
          Map.entry("₸", "KZT"),
          Map.entry("₺", "TRY"),
          Map.entry("¥", "CNY"),
          Map.entry("฿", "THB"),
          Map.entry("RUR", "RUB"));
  private static final String SIGN = "(?:US\\$|[$€₽£₸₺¥฿])";
  private static final String CODE =
      "(?:(?-i:USD|EUR|RUB|RUR|AED|KZT|KGS|UZS|GBP|PLN|TRY|SAR|CNY|THB|QAR|EGP|INR|CHF))";
  private static final Pattern LETTERED =
      Pattern.compile(Regex.BEGIN + "[A-Z]{1,3}-?\\d{1,5}" + Regex.END);
  private static final Pattern NUMBER =
      Regex.of(
          "(?<sign>(?<![\\d\\p{L})%°\ufffc])(?<![\\d%°] )-)?"
              + Regex.number("n")
              + "(?<deg>\\s?°)?");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})([./])(\\d{1,2})");
  private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3])\\.([0-5]\\d)");

  private final Lexicon words;
  private final List<Pattern> prices;
  private final Pattern share;
  private final Pattern scaled;

  Amounts(Lexicon words) {
    this.words = words;
    var scale =
        "(?:\\s?(?:(?<thousand>%s)|(?<million>%s))(?!\\p{L}))"
            .formatted(words.group("thousand"), words.group("million"));
    var between = "\\s*(?:[-–—/]|" + words.group("to") + ")\\s*";
    var range = "(?:" + Regex.number("first") + between + ")?" + Regex.number("n");
    var named = "(?:" + SIGN + "|" + CODE + "|" + words.groups("currency") + ")(?!\\p{L})";
    var signed = Regex.number("first") + "(?:" + between + SIGN + "?" + Regex.number("n") + ")?";
    prices =
        List.of(
            Regex.of("(?<cur>" + SIGN + ")" + signed + scale + "?"),
            Regex.of(range + scale + "?\\s?(?<cur>" + named + ")"),
            Regex.of(Regex.BEGIN + "(?<cur>" + CODE + "|" + SIGN + ")\\s?" + range + scale + "?"));
    share = Regex.of(range + scale + "?\\s?(?:%|(?:" + words.group("percent") + ")(?!\\p{L}))");
    scaled = Regex.of(range + scale);
  }

  void read(Scan scan) {
    prices.forEach(price -> scan.each(price, m -> price(scan, m)));
    scan.each(share, m -> facts(scan, m, Kind.PERCENT, Percent::new));
    scan.take(LETTERED, Kind.CODE, m -> Set.of(new Literal(m.group().replace("-", ""))));
    scan.each(scaled, m -> facts(scan, m, Kind.NUMBER, Amount::new));
    scan.take(NUMBER, Kind.NUMBER, Amounts::number);
  }

  private List<Fact> price(Scan scan, MatchResult match) {
    var currency = currency(match.group("cur"));
    return facts(scan, match, Kind.PRICE, value -> new Money(value, currency));
  }

  private String currency(String written) {
    var sign = SIGNS.get(written.toUpperCase(Locale.ROOT));
    if (sign != null) {
      return sign;
    }
    var word = words.which("currency", written);
    return word == null ? written.toUpperCase(Locale.ROOT) : word;
  }

  private static List<Fact> facts(
      Scan scan, MatchResult match, Kind kind, Function<BigDecimal, Reading> reading) {
    var facts = new ArrayList<Fact>();
    for (var group : List.of("first", "n")) {
      if (match.group(group) != null) {
        var readings = new LinkedHashSet<Reading>();
        for (var value : Numbers.values(match.group(group))) {
          readings.add(reading.apply(scaled(match, value)));
        }
        facts.add(scan.fact(kind, match.start(), match.end(), readings, true));
      }
    }
    return facts;
  }

  private static BigDecimal scaled(MatchResult match, BigDecimal value) {
    var factor = match.group("thousand") != null ? 3 : match.group("million") != null ? 6 : 0;
    return Numbers.plain(value.scaleByPowerOfTen(factor));
  }

  /** A bare number may be a day, an hour or simply itself. */
  private static Set<Reading> number(MatchResult match) {
    var written = match.group("n");
    var readings = new LinkedHashSet<Reading>();
    for (var value : Numbers.values(written)) {
      var below = match.group("sign") != null;
      if (below) {
        readings.add(new Amount(value.negate()));
      }
      if (!below || match.group("deg") == null) {
        readings.add(new Amount(value));
      }
    }
    day(written, readings);
    return readings;
  }

  private static void day(String written, Set<Reading> readings) {
    var day = DAY.matcher(written);
    if (day.matches()) {
      int a = Integer.parseInt(day.group(1));
      int b = Integer.parseInt(day.group(3));
      readings.addAll(Dates.days(a, b, null));
    }
    var clock = CLOCK.matcher(written);
    if (clock.matches()) {
      readings.add(new Hour(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))));
    }
  }
}
