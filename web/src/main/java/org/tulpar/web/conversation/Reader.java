package org.tulpar.web.conversation;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.tulpar.web.shell.Languages;

/** The person in front of the screen: her words, her calendar, her clock. */
public record Reader(long userId, Locale locale, ZoneId zone, Instant now) {

  private static final String WORDS = "i18n.messages";

  public String word(String key, Object... values) {
    var pattern = ResourceBundle.getBundle(WORDS, locale).getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** The words behind a key, or nothing when there are none. */
  public Optional<String> wordIfAny(String key, Object... values) {
    return ResourceBundle.getBundle(WORDS, locale).containsKey(key)
        ? Optional.of(word(key, values))
        : Optional.empty();
  }

  /** Why what was planned was not sent; null of nothing. */
  public String unsent(String reason) {
    return reason == null
        ? null
        : wordIfAny("follow_up.unsent." + reason)
            .or(() -> wordIfAny("refused." + reason))
            .orElseGet(() -> word("follow_up.unsent.trouble"));
  }

  /** The same words in every language, hers first. */
  public List<String> words(String key) {
    return Stream.concat(Stream.of(locale), Languages.ALL.stream())
        .map(one -> ResourceBundle.getBundle(WORDS, one).getString(key))
        .distinct()
        .toList();
  }

  public boolean is(Long userId) {
    return userId != null && userId == this.userId;
  }

  /** Hours and minutes. */
  public String clock(Instant at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale)
        .format(at.atZone(zone));
  }

  /** As short as it is clear: the time, "yesterday", the weekday, the date. */
  public String when(Instant at) {
    var day = day(at);
    var days = ChronoUnit.DAYS.between(day, day(now));
    if (days <= 0) {
      return clock(at);
    }
    if (days == 1) {
      return word("time.yesterday");
    }
    return days < 7 ? format("EEE", day) : format(word("time.pattern.short"), day);
  }

  /** Everything that is known about a moment, for a tooltip. */
  public String exact(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(locale)
        .format(at.atZone(zone));
  }

  /** The words of a date separator. */
  public String dayWords(Instant at) {
    var day = day(at);
    var today = day(now);
    var date =
        format(
            word(day.getYear() == today.getYear() ? "time.pattern.day" : "time.pattern.date"), day);
    return switch ((int) Math.min(2, ChronoUnit.DAYS.between(day, today))) {
      case 0 -> word("time.today.date", date);
      case 1 -> word("time.yesterday.date", date);
      default -> date;
    };
  }

  /** How long since, in the largest unit that says enough. */
  public String since(Instant at) {
    var minutes = Math.max(0, Duration.between(at, now).toMinutes());
    if (minutes < 60) {
      return word("time.minutes", minutes);
    }
    return minutes < 48 * 60 ? word("time.hours", minutes / 60) : word("time.days", minutes / 1440);
  }

  /** How long until, in the largest unit that says enough. */
  public String until(Instant at) {
    var minutes = Math.max(0, Duration.between(now, at).toMinutes());
    if (minutes < 60) {
      return word("time.minutes", minutes);
    }
    return minutes < 48 * 60 ? word("time.hours", minutes / 60) : word("time.days", minutes / 1440);
  }

  /** A moment to come, as short as it is clear: the time today, else the day and the time. */
  public String ahead(Instant at) {
    return day(at).equals(day(now))
        ? clock(at)
        : format(word("time.pattern.short"), day(at)) + ", " + clock(at);
  }

  /** Of a file. */
  public String size(long bytes) {
    return bytes < 1_000_000
        ? word("size.kilobytes", Math.max(1, bytes / 1000))
        : word("size.megabytes", bytes / 1e6);
  }

  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** A day of the calendar with its year. */
  public String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /** A few days, as short as they are clear: one of them alone, else the first and the last. */
  public String days(LocalDate from, LocalDate to) {
    var first = format(word("time.pattern.short"), from);
    return from.equals(to) ? first : first + " – " + format(word("time.pattern.short"), to);
  }

  private String format(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }
}
