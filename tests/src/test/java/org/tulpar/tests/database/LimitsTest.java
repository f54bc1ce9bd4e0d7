package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.database.LimitedOutbox.BOT;
import static org.tulpar.tests.database.LimitedOutbox.CAMPAIGN;
import static org.tulpar.tests.database.LimitedOutbox.NONE;
import static org.tulpar.tests.database.LimitedOutbox.PERSON;
import static org.tulpar.tests.database.LimitedOutbox.sent;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How fast messages may go: over a limit they wait, they never fail. */
class LimitsTest {

  private LimitedOutbox limited;
  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    limited = new LimitedOutbox();
    pipeline = limited.pipeline;
  }

  @Test
  void twentyAMinuteIsWhatAnEvolutionChannelTakesByDefault() throws SQLException {
    limited.perMinute(null);
    limited.queue(25, BOT);
    assertThat(limited.sent()).hasSize(20);
    assertThat(statuses("FAILED")).isZero();
    assertThat(statuses("QUEUED")).isEqualTo(5);
  }

  @Test
  void overTheLimitAMessageWaitsUntilASlotIsFree() throws SQLException {
    limited.perMinute(2);
    limited.queue(5, BOT);
    assertThat(limited.sent()).hasSize(2);
    assertThat(pipeline.outbox.claim()).as("they are put off, not asked for again").isEmpty();
    limited.passed("59 seconds");
    assertThat(limited.sent()).isEmpty();
    limited.passed("2 seconds");
    assertThat(limited.sent()).hasSize(2);
    limited.passed("61 seconds");
    assertThat(limited.sent()).hasSize(1);
  }

  @Test
  void peopleGoBeforeTheBotAndTheBotBeforeCampaigns() throws SQLException {
    limited.perMinute(3);
    var campaign = limited.queue(3, CAMPAIGN);
    var bot = limited.queue(2, BOT);
    var person = limited.queue(2, PERSON);
    assertThat(limited.sent()).containsExactlyInAnyOrder(person.get(0), person.get(1), bot.get(0));
    limited.passed("61 seconds");
    var late = pipeline.outbox.queue(PERSON);
    assertThat(limited.sent()).containsExactlyInAnyOrder(late, bot.get(1), campaign.get(0));
  }

  @Test
  void aPersonDoesNotWaitBehindALimitedMessageOfTheSameConversation() throws SQLException {
    limited.perMinute(1);
    limited.queue(1, BOT);
    assertThat(limited.sent()).hasSize(1);
    var waiting = pipeline.outbox.queue(CAMPAIGN);
    assertThat(limited.sent()).isEmpty();
    limited.perMinute(2);
    var person = pipeline.outbox.queue(conversationOf(waiting), PERSON);
    assertThat(limited.sent()).containsExactly(person);
  }

  @Test
  void theLimitIsExactForManyWhoClaimAtOnce() throws Exception {
    limited.perMinute(50);
    limited.queue(120, BOT);
    assertThat(limited.claimedAtOnce(4, 10, 7)).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void whatTheFenceHoldsBackTakesNoSlot() throws SQLException {
    limited.perMinute(2);
    limited.queue(2, BOT);
    pipeline.prepare(
        "update conversation set handler = 'HUMAN' where organization_id = ?",
        pipeline.organization);
    limited.queue(2, BOT);
    assertThat(limited.sent()).hasSize(2);
  }

  @Test
  void aChannelWithoutLimitKeepsNoCount() throws SQLException {
    limited.queue(60, BOT);
    assertThat(limited.sent()).hasSize(60);
    assertThat(pipeline.look("select count(*) from send_window where organization_id = ?"))
        .isEqualTo("0");
  }

  @Test
  void aChannelThatIsDownIsPutOffAndABusyOneIsPassedOver() throws SQLException {
    limited.queue(3, BOT);
    var until = OffsetDateTime.now().plusHours(1).toString();
    Object[] channel = {pipeline.channel};
    assertThat(pipeline.outbox.claim(Pipeline.WORKER, 100, channel, NONE, NONE)).isEmpty();
    assertThat(dueNow()).isEqualTo("3");
    assertThat(pipeline.outbox.claim(Pipeline.WORKER, 100, NONE, channel, new Object[] {until}))
        .isEmpty();
    assertThat(dueNow()).isEqualTo("0");
  }

  @Test
  void aConversationKeepsItsOrderWhenMoreIsDueThanIsTaken() throws SQLException {
    var first = pipeline.outbox.queue(BOT);
    var conversation = conversationOf(first);
    var second = pipeline.outbox.queue(conversation, BOT);
    limited.due(second, "1 minute");
    assertThat(sent(pipeline.outbox.claim(1))).containsExactly(first);
    assertThat(sent(pipeline.outbox.claim(2))).as("behind what is in flight").isEmpty();
  }

  /** The second is held back by the first, which went back; the third is due after both. */
  @Test
  void whoIsHeldBackHoldsBackTheNext() throws SQLException {
    var first = pipeline.outbox.queue(BOT);
    var conversation = conversationOf(first);
    var second = pipeline.outbox.queue(conversation, BOT);
    var third = pipeline.outbox.queue(conversation, BOT);
    limited.due(first, "20 seconds");
    limited.due(second, "30 seconds");
    limited.due(third, "10 seconds");
    var claimed = pipeline.outbox.claim();
    assertThat(sent(claimed)).containsExactly(first);
    pipeline.outbox.mark(claimed.getFirst(), "SENT", "E-1", null);
    assertThat(limited.sent()).containsExactly(second, third);
  }

  private long conversationOf(long message) throws SQLException {
    return Long.parseLong(
        pipeline.look(
            "select conversation_id from message where organization_id = ? and id = " + message));
  }

  private int statuses(String status) throws SQLException {
    return Integer.parseInt(
        pipeline.look(
            "select count(*) from message where organization_id = ? and status = '%s'"
                .formatted(status)));
  }

  private String dueNow() throws SQLException {
    return pipeline.look(
        "select count(*) from outbox_message where organization_id = ? and due_at <= now()");
  }
}
