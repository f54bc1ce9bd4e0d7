package org.tulpar.tests.database;

import java.sql.SQLException;
import org.tulpar.analytics.Period;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.conversation.list.InboxSpan;

/**
 * Six conversations of a week and the one before it: answered by the bot, by a person, handed over
 * and by nobody.
 */
final class Week {

  static final String WHY = "system.handed_over.loop";

  private Week() {}

  /** Fills this organization, and counts. */
  static void fill(Counted counted) throws SQLException {
    // answered by the bot alone
    counted
        .conversation(1, counted.first())
        .client(1, "2026-11-17T10:00")
        .bot(1, "2026-11-17T10:01");
    counted.client(1, "2026-11-18T10:00").bot(1, "2026-11-18T10:01");
    // handed over, then answered
    counted.conversation(2, counted.first()).client(2, "2026-11-17T10:00");
    counted.handedOver(2, "2026-11-17T10:00:05", WHY);
    counted.person(2, "2026-11-17T10:30:05", Counted.AIGUL);
    // handed over, not answered
    counted.conversation(3, counted.second()).client(3, "2026-11-18T10:00");
    counted.handedOver(3, "2026-11-18T10:00:05", "system.handed_over.no_agent");
    // a person's from the beginning, answered from the telephone
    counted.conversation(4, counted.second()).client(4, "2026-11-16T10:00");
    counted.person(4, "2026-11-16T10:02", null);
    // nobody answered
    counted.conversation(5, counted.second()).client(5, "2026-11-12T10:00");
    // the period before
    counted
        .conversation(6, counted.first())
        .client(6, "2026-11-05T10:00")
        .bot(6, "2026-11-05T10:01");
    counted.count();
  }

  static InboxSpan span(Period period) {
    return InboxSpan.of(period.from(), period.to());
  }

  static InboxFilter of(Period period, InboxOutcome outcome) {
    return InboxFilter.of(span(period).with(outcome));
  }
}
