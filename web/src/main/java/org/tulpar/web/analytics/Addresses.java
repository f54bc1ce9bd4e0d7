package org.tulpar.web.analytics;

import java.time.LocalDate;
import java.util.UUID;
import org.tulpar.analytics.AnswerFilter;
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

  String day(LocalDate day, InboxOutcome outcome) {
    return inbox(InboxFilter.of(InboxSpan.of(day, day).with(outcome)));
  }

  /** Answers that were late on a day. */
  static String late(LocalDate day) {
    return answers(AnswerFilter.of(new Period(day, day)).onlyLate());
  }

  /** All answers of people. */
  AnswerFilter answers() {
    return AnswerFilter.of(period);
  }

  static String answers(AnswerFilter filter) {
    return "/dashboard/answers?" + filter.query();
  }

  String writtenBy(long person) {
    return inbox(InboxFilter.of(span().writtenBy(person)));
  }

  /**
   * @param narrowed what else the funnel is narrowed to, as an address has it
   */
  String reached(long pipeline, long stage, String narrowed) {
    return deals(pipeline) + "&reached=" + stage + narrowed;
  }

  String won(long pipeline) {
    return deals(pipeline) + "&won=true";
  }

  /**
   * @param owner 0 for nobody
   */
  String wonBy(long pipeline, long owner) {
    return won(pipeline) + "&whose=" + whose(owner);
  }

  String lost(long pipeline) {
    return deals(pipeline) + "&lost=true";
  }

  /**
   * @param owner 0 for nobody
   */
  String lostBy(long pipeline, long owner) {
    return lost(pipeline) + "&whose=" + whose(owner);
  }

  /**
   * @param reason 0 where none was given
   */
  String lostFor(long pipeline, long reason) {
    return lost(pipeline) + "&reason=" + reason;
  }

  static String board(long pipeline) {
    return "/deals?p=" + pipeline;
  }

  static String ownedBy(long pipeline, long owner) {
    return board(pipeline) + "&whose=" + whose(owner);
  }

  static String rotten(long pipeline) {
    return board(pipeline) + "&rotten=true";
  }

  /** Hers who asks. */
  static String overdue(long pipeline) {
    return board(pipeline) + "&overdue=true&whose=MINE";
  }

  private static String whose(long owner) {
    return owner == 0 ? "FREE" : Long.toString(owner);
  }

  private String deals(long pipeline) {
    return board(pipeline) + "&days=" + period.from() + ".." + period.to();
  }

  private InboxSpan span() {
    return InboxSpan.of(period.from(), period.to());
  }
}
