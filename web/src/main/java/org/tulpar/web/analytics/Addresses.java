package org.tulpar.web.analytics;

import java.time.LocalDate;
import java.util.UUID;
import org.tulpar.analytics.Period;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.conversation.list.InboxSpan;

/** Where the rows behind the figures of a period are; below the context root. */
record Addresses(Period period) {

  static String inbox(InboxFilter filter) {
    return "/inbox?" + filter.query();
  }

  String dialogues(InboxOutcome outcome) {
    return inbox(InboxFilter.of(span().with(outcome)));
  }

  String dialogues(InboxOutcome outcome, UUID channel) {
    return inbox(InboxFilter.of(span().with(outcome)).in(channel));
  }

  String answeredBy(long person) {
    return inbox(InboxFilter.of(span().answeredBy(person)));
  }

  String handedOverFor(String reason) {
    return inbox(InboxFilter.of(span().handedOverFor(reason)));
  }

  String day(LocalDate day) {
    return inbox(InboxFilter.of(InboxSpan.of(day, day)));
  }

  String reached(long pipeline, long stage) {
    return deals(pipeline) + "&reached=" + stage;
  }

  String won(long pipeline) {
    return deals(pipeline) + "&won=true";
  }

  static String rotten(long pipeline) {
    return "/deals?p=" + pipeline + "&rotten=true";
  }

  private String deals(long pipeline) {
    return "/deals?p=" + pipeline + "&days=" + period.from() + ".." + period.to();
  }

  private InboxSpan span() {
    return InboxSpan.of(period.from(), period.to());
  }
}
