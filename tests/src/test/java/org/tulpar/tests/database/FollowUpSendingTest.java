package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.TranscriptLine.Happened;
import org.tulpar.conversation.followup.FollowUp;
import org.tulpar.conversation.notice.Notice;
import org.tulpar.conversation.notice.NoticeBoard;
import org.tulpar.conversation.notice.NoticeKind;
import org.tulpar.translation.Engine;
import org.tulpar.translation.Interpretation;
import org.tulpar.translation.fidelity.Finding;
import org.tulpar.translation.fidelity.Finding.Kind;

/** What becomes of planned messages at their time, against the database as it is. */
@Timeout(60)
class FollowUpSendingTest {

  @RegisterExtension final Planning planning = new Planning();

  @Test
  void itGoesOutAtItsTimeAndNotBefore() throws SQLException {
    var id = planning.planned("Still interested?");
    assertThat(planning.swept()).isZero();
    planning.due();
    assertThat(planning.swept()).isOne();
    assertThat(planning.stands(id)).isEqualTo("SENT");
    assertThat(planning.sent()).containsExactly("MANAGER 1 Still interested?");
    assertThat(conversation()).isEqualTo("HUMAN 1 OPEN 0");
    assertThat(planning.swept()).isZero();
    assertThat(planning.office.texts("select 1 from follow_up_due")).isEmpty();
    assertThat(done())
        .containsExactly("follow_up.planned", "conversation.taken_over", "follow_up.sent");
  }

  @Test
  void whoHasWrittenMeanwhileIsNotRemindedAndNobodyIsCalled() throws SQLException {
    planning.office.said(1, "before");
    var id = planning.planned("Still interested?");
    planning.due();
    planning.office.said(1, "I am here");
    planning.swept();
    assertThat(planning.stands(id)).isEqualTo("SKIPPED answered");
    assertThat(planning.sent()).isEmpty();
    assertThat(conversation()).isEqualTo("BOT 0 OPEN 0");
    assertThat(notices()).isEmpty();
    assertThat(card()).extracting(FollowUp::reason).containsExactly("answered");
    planning.run(() -> planning.plans().read(1, id));
    assertThat(card()).isEmpty();
  }

  @Test
  void whatWasSaidBeforeItWasPlannedDoesNotCount() throws SQLException {
    planning.office.said(1, "before");
    planning.office.change(
        "update message set created_at = now() - interval '3 hours' where organization_id = :o");
    planning.planned("Still interested?");
    planning.due().swept();
    assertThat(planning.sent()).hasSize(1);
  }

  @Test
  void aSignIsNoWord() throws SQLException {
    planning.planned("Still interested?");
    planning.due().office.said(1, "");
    planning.office.change("update message set kind = 'REACTION' where organization_id = :o");
    planning.swept();
    assertThat(planning.sent()).hasSize(1);
  }

  @Test
  void whereItWasAskedForItGoesOutWhateverSheWrote() throws SQLException {
    planning.planned(1, "The bus leaves at six", false);
    planning.due().office.said(1, "I am here");
    planning.swept();
    assertThat(planning.sent()).containsExactly("MANAGER 1 The bus leaves at six");
  }

  /** The arrival holds the conversation while it is stored. */
  @Test
  void aWordThatComesInTheMomentOfSendingWins() throws Exception {
    var id = planning.planned("Still interested?");
    planning.due();
    CompletableFuture<Void> sending;
    try (var arrival = Database.superuser()) {
      arrival.setAutoCommit(false);
      try (var statement = arrival.createStatement()) {
        statement.execute(
            "select from conversation where organization_id = '%s' and id = 1 for no key update"
                .formatted(planning.office.organization()));
        sending = CompletableFuture.runAsync(() -> planning.send(id, 1));
        await().during(Duration.ofMillis(300)).until(() -> planning.sent().isEmpty());
        statement.execute(
            "insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)"
                + " values ('%s', 5000, 1, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', 'yes', now())"
                    .formatted(planning.office.organization()));
      }
      arrival.commit();
    }
    sending.join();
    assertThat(planning.stands(id)).isEqualTo("SKIPPED answered");
    assertThat(planning.sent()).isEmpty();
  }

  @Test
  void twoNodesSendItOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      planning.planned("Hello " + round);
    }
    planning.due();
    assertThat(atOnce(planning::swept).stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
    assertThat(planning.sent()).hasSize(5);
  }

  /** A worker that was slow beyond its hold, and the one that took its place. */
  @Test
  void twoWorkersWithTheSameOneSendItOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      var id = planning.planned("Hello " + round);
      planning.due();
      atOnce(
          () -> {
            planning.send(id, 1);
            return 0;
          });
      assertThat(planning.sent()).hasSize(round + 1);
    }
  }

  @Test
  void aShutWindowCallsThePlanner() throws SQLException {
    var id = planning.planned(1, "Still interested?", false);
    planning.office.change("update channel set type = 'WHATSAPP_CLOUD' where organization_id = :o");
    planning.office.change(
        "update conversation set status = 'SNOOZED', snoozed_until = now() + interval '1 day', last_client_at = now() - interval '25 hours' where organization_id = :o");
    planning.due().swept();
    assertThat(planning.stands(id)).isEqualTo("FAILED window_closed");
    assertThat(conversation()).isEqualTo("WAITING_HUMAN 1 OPEN 1");
    assertThat(planning.office.texts("select 1 from conversation where waiting_since is not null"))
        .hasSize(1);
    assertThat(notices()).contains(NoticeKind.UNSENT);
    assertThat(unsent()).isEqualTo("window_closed");
    planning.run(() -> planning.plans().read(1, id));
    assertThat(notices()).doesNotContain(NoticeKind.UNSENT);
    assertThat(card()).isEmpty();
  }

  @Test
  void whatIsInTheWayIsSaid() throws SQLException {
    assertThat(failing("update channel set removed_at = now() where organization_id = :o"))
        .isEqualTo("FAILED channel_gone");
    planning.office.change("update channel set removed_at = null where organization_id = :o");
    assertThat(
            failing(
                "update follow_up set due_at = now() - interval '7 hours' where organization_id = :o"))
        .isEqualTo("FAILED overdue");
    assertThat(failing("update users set active = false where organization_id = :o and id = 1"))
        .isEqualTo("FAILED planner_left");
    assertThat(planning.sent()).isEmpty();
  }

  private String failing(String because) throws SQLException {
    var id = planning.planned("Hello");
    planning.due().office.change(because);
    planning.swept();
    return planning.stands(id);
  }

  @Test
  void aClosedConversationStaysClosedAsItDoesWithEveryReply() throws SQLException {
    planning.planned("Still interested?");
    planning.office.change("update conversation set status = 'CLOSED' where organization_id = :o");
    planning.due().swept();
    assertThat(planning.sent()).hasSize(1);
    assertThat(conversation()).isEqualTo("HUMAN 1 CLOSED 0");
  }

  @Test
  void aForeignClientReadsItInHerLanguage() throws SQLException {
    planning.translatingInto("en");
    var id = planning.planned("Итого 1 324 USD за семью.");
    planning.translation =
        new Interpretation.Rendered("The total is $1,324.", "ru", Engine.DEEPL, List.of());
    planning.due().swept();
    assertThat(planning.stands(id)).isEqualTo("SENT");
    assertThat(planning.sent()).containsExactly("MANAGER 1 The total is $1,324.");
    assertThat(planning.office.text("select text from message_translation"))
        .isEqualTo("Итого 1 324 USD за семью.");
  }

  /** The words stay what they were written in. */
  @Test
  void whoeverReadsAnotherLanguageSinceHasHerWordsTranslatedAllTheSame() throws SQLException {
    planning.translatingInto("en");
    planning.planned("Добрый день");
    planning.office.change("update users set locale = 'en' where organization_id = :o");
    planning.translation = new Interpretation.Rendered("Good day", "ru", Engine.DEEPL, List.of());
    planning.due().swept();
    assertThat(planning.sent()).containsExactly("MANAGER 1 Good day");
  }

  @Test
  void aDoubtfulTranslationIsNotSentAndThePlannerIsCalled() throws SQLException {
    planning.translatingInto("en");
    var id = planning.planned("Итого 1 324 USD за семью.");
    var lost = new Finding(Kind.PRICE, "1 324 USD", 6, 15, "$1,234", 13);
    planning.translation =
        new Interpretation.Rendered("The total is $1,234.", "ru", Engine.DEEPL, List.of(lost));
    planning.due().swept();
    assertThat(planning.stands(id)).isEqualTo("FAILED translation_doubtful");
    assertThat(planning.sent()).isEmpty();
    assertThat(notices()).contains(NoticeKind.UNSENT);
  }

  @Test
  void anEngineThatIsBusyIsAskedAgainAndNotForEver() throws SQLException {
    planning.translatingInto("en");
    var id = planning.planned("Добрый день");
    planning.translation = new Interpretation.Missing("busy", true, Duration.ofSeconds(30));
    planning.due().swept();
    assertThat(planning.stands(id)).isEqualTo("PLANNED");
    assertThat(
            planning.office.text(
                "select (due_at between now() + interval '20 seconds' and now() + interval '40 seconds')::text from follow_up_due"))
        .isEqualTo("true");
    planning.send(id, 8);
    assertThat(planning.stands(id)).isEqualTo("FAILED translation_missing");
  }

  private static List<Integer> atOnce(Callable<Integer> work) throws Exception {
    try (var hands = Executors.newFixedThreadPool(2)) {
      var both = hands.invokeAll(List.of(work, work));
      return List.of(both.getFirst().get(), both.getLast().get());
    }
  }

  private String conversation() {
    return planning.office.text(
        "select handler || ' ' || coalesce(assignee_id, 0) || ' ' || status || ' ' || unread from conversation where id = 1");
  }

  private List<NoticeKind> notices() {
    var office = planning.office;
    return office
        .within(() -> office.get(NoticeBoard.class).among(List.of(1L), Office.AIGUL))
        .stream()
        .map(Notice::kind)
        .toList();
  }

  /** As the thread tells it. */
  private String unsent() {
    var office = planning.office;
    return office.within(() -> office.get(Transcript.class).page(1, null)).lines().stream()
        .filter(Happened.class::isInstance)
        .map(Happened.class::cast)
        .filter(one -> one.event().equals("follow_up.failed"))
        .map(one -> one.to().unsent())
        .findFirst()
        .orElse(null);
  }

  private List<FollowUp> card() {
    return planning.commit(() -> planning.plans().of(1));
  }

  private List<String> done() {
    return planning.office.texts("select type from audit_event order by id");
  }
}
