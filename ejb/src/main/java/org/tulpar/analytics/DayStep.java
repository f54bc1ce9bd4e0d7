package org.tulpar.analytics;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.conversation.hours.Answering;
import org.tulpar.conversation.hours.Promises;

/**
 * Counts a stretch of days in one transaction: what stood there before is replaced, so that it may
 * be counted again, and whoever goes on begins where this one ended.
 */
@Stateless
public class DayStep {

  private static final int STRETCH = 14; // days

  /** A wait that began earlier is not known. */
  private static final Duration LOOK_BACK = Duration.ofDays(14);

  @Inject private DayRows rows;
  @Inject private Answering answering;
  @Inject private Clock clock;

  /** True when there is more to count; false also when somebody else counts now. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean next() {
    var promises = answering.promises();
    var zone = promises.zone();
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, zone);
    var held = rows.held(zone);
    var from = held.map(known -> known.next(today, zone, now)).orElse(null);
    if (from == null) {
      return false;
    }
    if (!held.orElseThrow().isBy(zone)) {
      rows.forget();
    }
    var end = earlier(from.plusDays(STRETCH), today.plusDays(1));
    rows.count(from, end, zone);
    countAnswers(from, end, promises);
    rows.counted(zone, end.minusDays(1), now);
    return !end.isAfter(today);
  }

  private void countAnswers(LocalDate from, LocalDate end, Promises promises) {
    var zone = promises.zone();
    var begins = DayRows.start(from, zone);
    var answers = new ArrayList<HumanAnswer>();
    var seconds = new ArrayList<Long>();
    for (var conversation :
        byConversation(rows.said(begins.minus(LOOK_BACK), begins, DayRows.start(end, zone)))) {
      for (var answer : AnswerWatch.answers(conversation)) {
        if (!answer.at().isBefore(begins)) {
          answers.add(answer);
          seconds.add(promises.hours().between(answer.since(), answer.at(), zone).toSeconds());
        }
      }
    }
    if (!answers.isEmpty()) {
      rows.put(answers, seconds, zone);
    }
  }

  private static List<List<Said>> byConversation(List<Said> all) {
    var conversations = new ArrayList<List<Said>>();
    int begin = 0;
    for (int i = 1; i <= all.size(); i++) {
      if (i == all.size() || all.get(i).conversation() != all.get(begin).conversation()) {
        conversations.add(all.subList(begin, i));
        begin = i;
      }
    }
    return conversations;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
