package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tulpar.analytics.AnswerFilter;
import org.tulpar.analytics.Answers;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxOutcome;
import org.tulpar.conversation.list.InboxSpan;

/**
 * What the dashboard costs when much was said: it reads counted days, never a message, and its
 * lists read the messages of their rows only. {@code -Dcounted.conversations=10000} tries it with
 * more, fifty messages each.
 */
class CountedPlanTest {

  private static final int CONVERSATIONS = Integer.getInteger("counted.conversations", 1_000);
  private static final int MESSAGES = 50;

  private static final Explained EXPLAINED = new Explained();
  private static Counted counted;

  @BeforeAll
  static void fill() throws SQLException {
    counted = new Counted(EXPLAINED);
    counted.prepare();
    counted.change(
        "insert into client (organization_id, id, name) select :o, n, 'Client ' || n from generate_series(1, %d) n"
            .formatted(CONVERSATIONS));
    counted.change(
        """
        insert into conversation (organization_id, id, client_id, channel_id, address, last_message_at)
        select :o, n, n, :o, 'a' || n, timestamptz '2026-11-18 12:00Z' - interval '180 days' * n / %d from generate_series(1, %d) n\
        """
            .formatted(CONVERSATIONS, CONVERSATIONS));
    counted.change(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, user_id, occurred_at, created_at)
        select :o, v.id * 1000 + n, v.id, case n %% 2 when 0 then 'OUT' else 'IN' end,
          case when n %% 2 = 1 then 'CLIENT' when n %% 10 = 0 then 'MANAGER' else 'BOT' end, 'PHONE', 'SENT', 'TEXT', 'words', null,
          v.last_message_at - interval '6 hours' * (%2$d - n), v.last_message_at - interval '6 hours' * (%2$d - n)
        from conversation v, generate_series(1, %2$d) n where v.organization_id = :o\
        """
            .formatted(CONVERSATIONS, MESSAGES));
    counted.change(
        """
        insert into audit_event (organization_id, type, conversation_id, at)
        select m.organization_id, 'conversation.handed_over', m.conversation_id, m.occurred_at - interval '2 minutes'
        from message m where m.organization_id = :o and m.author = 'MANAGER' and m.conversation_id % 3 = 0\
        """);
    counted.change(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)
        select m.organization_id, -m.id, m.conversation_id, 'OUT', 'SYSTEM', 'CRM', 'SENT', 'SYSTEM', 'why', m.occurred_at - interval '2 minutes'
        from message m where m.organization_id = :o and m.author = 'MANAGER' and m.conversation_id % 3 = 0\
        """);
    for (var table : List.of("client", "conversation", "message", "audit_event")) {
      counted.change("vacuum analyze " + table);
    }
    EXPLAINED.listen();
    var begun = System.nanoTime();
    counted.count();
    tell("counting from nothing", begun);
    for (var table : List.of("conversation_day", "human_answer", "person_day")) {
      counted.change("vacuum analyze " + table);
    }
  }

  @AfterAll
  static void empty() throws SQLException {
    for (var table :
        List.of(
            "audit_event",
            "human_answer",
            "person_day",
            "conversation_day",
            "day_count",
            "message",
            "conversation",
            "client")) {
      counted.change("delete from %s where organization_id = :o".formatted(table));
    }
    counted.close();
  }

  @Test
  void whatWasSaidIsFoundByTheConversationsOfTheDays() throws SQLException {
    counted.moveTo(Counted.NOW.plusMinutes(2));
    EXPLAINED.forget();
    counted.count();
    assertThat(EXPLAINED.plans())
        .isNotEmpty()
        .noneMatch(plan -> plan.contains("Seq Scan on message"));
  }

  @Test
  void theDashboardReadsNoMessage() {
    EXPLAINED.forget();
    var begun = System.nanoTime();
    var figures = counted.figures(90);
    tell("figures of 90 days, twice", begun);
    assertThat(figures.whole().dialogues().asked()).isPositive();
    assertThat(figures.whole().waits().answers()).isPositive();
    assertThat(EXPLAINED.plans())
        .isNotEmpty()
        .noneMatch(plan -> plan.matches("(?s).*\\bon (message|audit_event)\\b.*"));
  }

  @Test
  void theAnswersBehindAMedianAreReadFromTheirDays() {
    var filter = AnswerFilter.of(counted.figures(90).period());
    EXPLAINED.forget();
    var answers = counted.get(Answers.class);
    assertThat(counted.within(() -> answers.whole(filter)).answers()).isPositive();
    assertThat(counted.within(() -> answers.slowest(filter, null))).isNotEmpty();
    assertThat(EXPLAINED.plans())
        .hasSize(2)
        .noneMatch(plan -> plan.matches("(?s).*\\bon message\\b.*"))
        .noneMatch(plan -> plan.contains("Seq Scan on conversation"));
  }

  @Test
  void theListBehindANumberReadsTheMessagesOfItsRowsOnly() {
    var figures = counted.figures(90);
    for (var outcome : InboxOutcome.values()) {
      EXPLAINED.forget();
      var span = InboxSpan.of(figures.period().from(), figures.period().to()).with(outcome);
      var begun = System.nanoTime();
      counted.within(
          () ->
              counted
                  .get(org.tulpar.conversation.list.Inbox.class)
                  .page(InboxFilter.of(span), Counted.AIGUL, null));
      tell("page of " + outcome, begun);
      assertThat(EXPLAINED.plans())
          .isNotEmpty()
          .noneMatch(plan -> plan.contains("Seq Scan on message"));
    }
  }

  /** For whoever tries it with more. */
  private static void tell(String what, long begun) {
    System.err.printf(
        "%s: %d ms (%.1f ms in the database)%n",
        what, (System.nanoTime() - begun) / 1_000_000, EXPLAINED.millis());
  }
}
