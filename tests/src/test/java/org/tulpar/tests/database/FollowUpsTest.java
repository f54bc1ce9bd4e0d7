package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.followup.FollowUp;
import org.tulpar.conversation.followup.FollowUpRefused;
import org.tulpar.conversation.followup.FollowUpStatus;
import org.tulpar.conversation.followup.FollowUps;

/** What people plan to say and take back, against the database as it is. */
@Timeout(60)
class FollowUpsTest {

  @RegisterExtension final Planning planning = new Planning();

  @Test
  void whatIsPlannedStandsOnTheCardUntilItIsCancelled() {
    var id = planning.planned("  Good morning\nStill interested?  ");
    var line = card().getFirst();
    assertThat(line.person()).isEqualTo("Aigul Asanova");
    assertThat(line.text()).isEqualTo("Good morning\nStill interested?");
    assertThat(line.onlyIfSilent()).isTrue();
    assertThat(line.status()).isEqualTo(FollowUpStatus.PLANNED);
    planning.cancel(id);
    assertThat(card()).isEmpty();
    planning.run(() -> planning.plans().restore(1, Office.AIGUL, id));
    assertThat(card()).extracting(FollowUp::id).containsExactly(id);
    assertThat(done())
        .containsExactly("follow_up.planned 1", "follow_up.cancelled 2", "follow_up.planned 1");
  }

  @Test
  void aCancelledOneIsNotSentAndOneThatIsPlannedAgainIs() throws SQLException {
    var id = planning.planned("Hello");
    planning.cancel(id);
    planning.due();
    assertThat(planning.swept()).isZero();
    planning.send(id, 1);
    assertThat(planning.sent()).isEmpty();
    planning.office.change(
        "update follow_up set due_at = now() + interval '1 hour' where organization_id = :o");
    planning.run(() -> planning.plans().restore(1, Office.AIGUL, id));
    planning.due();
    assertThat(planning.swept()).isOne();
    assertThat(planning.sent()).containsExactly("MANAGER 1 Hello");
  }

  @Test
  void whatIsSentIsNotCancelledAndWhatIsOverIsNotPlannedAgain() throws SQLException {
    var sent = planning.planned("Hello");
    planning.due().swept();
    assertThatThrownBy(() -> planning.cancel(sent)).isInstanceOf(FollowUpRefused.class);
    var late = planning.planned("Hello again");
    planning.cancel(late);
    planning.due();
    assertThatThrownBy(() -> planning.run(() -> planning.plans().restore(1, Office.AIGUL, late)))
        .isInstanceOf(FollowUpRefused.class);
  }

  /** Whoever is first has it; never both. */
  @Test
  void cancellingRacesWithSending() throws Exception {
    for (int round = 0; round < 8; round++) {
      var id = planning.planned("Hello " + round);
      planning.due();
      List<Future<Throwable>> both;
      try (var hands = Executors.newFixedThreadPool(2)) {
        both =
            hands.invokeAll(
                List.of(
                    () -> catchThrowable(() -> planning.cancel(id)),
                    () -> catchThrowable(() -> planning.send(id, 1))));
      }
      var refused = both.getFirst().get() instanceof FollowUpRefused;
      assertThat(both.get(1).get()).isNull();
      assertThat(planning.stands(id)).isEqualTo(refused ? "SENT" : "CANCELLED");
      assertThat(planning.sent().contains("MANAGER 1 Hello " + round)).isEqualTo(refused);
    }
  }

  @Test
  void aKeyPlansOnce() {
    var key = UUID.randomUUID();
    var plan = new FollowUps.Plan("Hello", "ru", Instant.now().plus(Planning.HOUR), true);
    long first = planning.commit(() -> planning.plans().plan(1, Office.AIGUL, plan, key));
    long again = planning.commit(() -> planning.plans().plan(1, Office.AIGUL, plan, key));
    assertThat(again).isEqualTo(first);
    assertThat(card()).hasSize(1);
  }

  @Test
  void aTimeThatIsPastOrTooFarIsNone() {
    for (var at : List.of(Instant.now(), Instant.now().plus(Duration.ofDays(400)))) {
      assertThat(refusal(1, at, true)).isEqualTo("refused.follow_up.time");
    }
  }

  @Test
  void ofOneConversationTwentyArePlanned() throws SQLException {
    many(FollowUps.MOST - 1, 1);
    planning.planned("the last one");
    assertThat(refusal(1, Instant.now().plus(Planning.HOUR), true))
        .isEqualTo("refused.follow_up.many");
    planning.planned(2, "elsewhere", true);
  }

  @Test
  void ofAnOrganizationAThousandArePlannedADay() throws SQLException {
    many(FollowUps.MOST_A_DAY, 2);
    assertThat(refusal(1, Instant.now().plus(Planning.HOUR), true))
        .isEqualTo("refused.follow_up.day");
    planning.office.change(
        "update follow_up set planned_at = now() - interval '25 hours' where organization_id = :o");
    planning.planned("the next day");
  }

  @Test
  void ofASilentClientTheWindowWouldBeShutThen() throws SQLException {
    planning.office.change("update channel set type = 'WHATSAPP_CLOUD' where organization_id = :o");
    planning.office.change(
        "update conversation set last_client_at = now() - interval '20 hours' where organization_id = :o");
    var late = Instant.now().plus(Duration.ofHours(5));
    assertThat(refusal(1, late, true)).isEqualTo("refused.follow_up.window");
    assertThat(refusal(1, late, false)).isEqualTo("none");
    assertThat(refusal(1, Instant.now().plus(Planning.HOUR), true)).isEqualTo("none");
  }

  @Test
  void anotherOrganizationHasNoPartInIt() throws Exception {
    var id = planning.planned("Hello");
    try (var other = new Planning()) {
      other.prepare();
      assertThat(other.commit(() -> other.plans().of(1))).isEmpty();
      assertThatThrownBy(() -> other.cancel(id)).isInstanceOf(FollowUpRefused.class);
      other.send(id, 1);
      assertThat(other.office.texts("select 1 from follow_up_due")).isEmpty();
      assertThatThrownBy(() -> other.run(() -> other.plans().cancel(99, Office.AIGUL, id)))
          .isInstanceOf(ConversationUnknown.class);
    }
    assertThat(planning.stands(id)).isEqualTo("PLANNED");
  }

  private String refusal(long conversation, Instant at, boolean onlyIfSilent) {
    var plan = new FollowUps.Plan("Hello", "ru", at, onlyIfSilent);
    var thrown =
        catchThrowable(
            () ->
                planning.run(
                    () ->
                        planning
                            .plans()
                            .plan(conversation, Office.AIGUL, plan, UUID.randomUUID())));
    return thrown instanceof FollowUpRefused refused ? refused.code() : "none";
  }

  private void many(int count, long conversation) throws SQLException {
    planning.office.change(
        "insert into follow_up (organization_id, conversation_id, user_id, body, language, due_at, only_if_silent, idempotency_key)"
            + " select :o, %d, 1, 'n', 'ru', now() + interval '1 day', true, gen_random_uuid() from generate_series(1, %d)"
                .formatted(conversation, count));
  }

  private List<FollowUp> card() {
    return planning.commit(() -> planning.plans().of(1));
  }

  private List<String> done() {
    return planning.office.texts(
        "select type || ' ' || user_id from audit_event where type like 'follow_up.%' order by id");
  }
}
