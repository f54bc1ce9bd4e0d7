package org.tulpar.conversation.list;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The conversations behind a figure: of which something was so, within days of the organization's
 * calendar. It knows days that were counted.
 *
 * @param to included
 * @param by who answered or wrote, 0 for the telephone, or null for anybody; with {@link
 *     InboxOutcome#ANSWERED} and {@link InboxOutcome#PERSON_WROTE} only
 * @param reason why the bot called a person, or null for any; with {@link InboxOutcome#HANDED_OVER}
 *     only
 */
public record InboxSpan(LocalDate from, LocalDate to, InboxOutcome outcome, Long by, String reason)
    implements Serializable {

  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)");
  private static final Pattern REASON = Pattern.compile("[a-z_.]{1,80}");

  /** Conversations of these days in which the client wrote. */
  public static InboxSpan of(LocalDate from, LocalDate to) {
    return new InboxSpan(from, to, InboxOutcome.ASKED, null, null);
  }

  public InboxSpan with(InboxOutcome other) {
    return new InboxSpan(from, to, other, null, null);
  }

  public InboxSpan answeredBy(long person) {
    return new InboxSpan(from, to, InboxOutcome.ANSWERED, person, null);
  }

  public InboxSpan writtenBy(long person) {
    return new InboxSpan(from, to, InboxOutcome.PERSON_WROTE, person, null);
  }

  public InboxSpan handedOverFor(String why) {
    return new InboxSpan(from, to, InboxOutcome.HANDED_OVER, null, why);
  }

  /** Null when the address names no days. */
  static InboxSpan of(UnaryOperator<String> parameter) {
    var text = parameter.apply("days");
    var days = DAYS.matcher(text == null ? "" : text);
    if (!days.matches()) {
      return null;
    }
    try {
      var outcome = outcome(parameter.apply("outcome"));
      return new InboxSpan(
          LocalDate.parse(days.group(1)),
          LocalDate.parse(days.group(2)),
          outcome,
          outcome == InboxOutcome.ANSWERED || outcome == InboxOutcome.PERSON_WROTE
              ? InboxFilter.number(parameter.apply("by"))
              : null,
          outcome == InboxOutcome.HANDED_OVER ? reason(parameter.apply("reason")) : null);
    } catch (DateTimeException e) {
      return null; // no such day: what is not understood is absent
    }
  }

  /** Its part of the address, name by name. */
  public Map<String, String> parameters() {
    var names = new LinkedHashMap<String, String>();
    names.put("days", from + ".." + to);
    names.put("outcome", outcome.name());
    if (by != null) {
      names.put("by", by.toString());
    }
    if (reason != null) {
      names.put("reason", reason);
    }
    return names;
  }

  private static InboxOutcome outcome(String name) {
    return InboxFilter.constant(InboxOutcome.values(), name, InboxOutcome.ASKED);
  }

  private static String reason(String text) {
    return text != null && REASON.matcher(text).matches() ? text : null;
  }
}
