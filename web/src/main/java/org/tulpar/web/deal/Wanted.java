package org.tulpar.web.deal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealMove;

/** What the browser asks for, word by word; what is not understood is absent, never an error. */
final class Wanted {

  private static final int LONGEST = 200;
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)");

  private Wanted() {}

  static DealFilter filter(long userId) {
    return new DealFilter(
        userId,
        Arrays.stream(DealFilter.Whose.values())
            .filter(known -> known.name().equals(text("whose")))
            .findFirst()
            .orElse(DealFilter.Whose.ALL),
        number("whose").orElse(null),
        InboxFilter.of(Wanted::text, InboxTab.ALL).only(DealFilter.AS_IN_INBOX),
        "true".equals(text("unread")),
        "true".equals(text("rotten")),
        "true".equals(text("overdue")),
        text("q"),
        span());
  }

  /** Null where the address names no days. */
  private static DealFilter.Span span() {
    return read("days", DAYS::matcher)
        .filter(Matcher::matches)
        .flatMap(
            days ->
                read(
                    "days",
                    text ->
                        new DealFilter.Span(
                            LocalDate.parse(days.group(1)),
                            LocalDate.parse(days.group(2)),
                            became(),
                            number("reached").orElse(null),
                            number("reason").orElse(null))))
        .orElse(null);
  }

  private static DealFilter.Became became() {
    if ("true".equals(text("won"))) {
      return DealFilter.Became.WON;
    }
    return "true".equals(text("lost")) ? DealFilter.Became.LOST : DealFilter.Became.MADE;
  }

  /** Null when it is absent or blank. */
  static String text(String name) {
    var value = Faces.getRequestParameter(name);
    var text = value == null ? "" : value.strip();
    return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
  }

  static Optional<Long> number(String name) {
    return read(name, Long::valueOf);
  }

  /** A person may write thousands with spaces and the decimals behind a comma. */
  static BigDecimal amount() {
    return read(
            "amount",
            text -> new BigDecimal(text.replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.')))
        .filter(amount -> amount.signum() >= 0 && amount.precision() - amount.scale() <= 12)
        .orElse(null);
  }

  /** Where a card shall lie, and what the stage asks for. */
  static DealMove move(long deal) {
    return new DealMove(
        deal,
        number("version").orElse(-1L).intValue(),
        number("stage").orElse(0L),
        number("after").orElse(null),
        number("before").orElse(null),
        number("reason").orElse(null),
        amount(),
        text("currency"));
  }

  /** True when something stands there that is no amount. */
  static boolean isAmountUnreadable() {
    return text("amount") != null && amount() == null;
  }

  /** As {@code <input type="datetime-local">} writes it. */
  static Instant moment(String name, ZoneId zone) {
    return read(name, LocalDateTime::parse).map(at -> at.atZone(zone).toInstant()).orElse(null);
  }

  /** At most as many as a page has cards: beyond that the browser asks for everything. */
  static List<Long> numbers(String name, int most) {
    var text = text(name);
    return text == null
        ? List.of()
        : Arrays.stream(Faces.getRequestParameter(name).split(",", -1))
            .filter(part -> part.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .limit(most)
            .toList();
  }

  /** The second list's numbers by those of the first; none where one of them has more. */
  static Map<Long, Long> numbers(String keys, String values, int most) {
    var of = numbers(keys, most);
    var all = numbers(values, most);
    var found = new HashMap<Long, Long>();
    for (int i = 0; i < of.size() && of.size() == all.size(); i++) {
      found.put(of.get(i), all.get(i));
    }
    return found;
  }

  private static <T> Optional<T> read(String name, Function<String, T> reader) {
    var text = text(name);
    try {
      return text == null ? Optional.empty() : Optional.of(reader.apply(text));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }
}
