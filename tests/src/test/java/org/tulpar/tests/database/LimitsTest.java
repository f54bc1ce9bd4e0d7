package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.database.Outbox.Claimed;

/** How fast messages may go: over a limit they wait, they never fail. */
class LimitsTest {

  private static final int BOT = 5;
  private static final int PERSON = 1;
  private static final int CAMPAIGN = 9;

  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
  }

  @Test
  void twentyAMinuteIsWhatAnEvolutionChannelTakesByDefault() throws SQLException {
    pipeline.prepare(
        "update channel set per_minute = null where organization_id = ?", pipeline.organization);
    queue(25, BOT);
    assertThat(sent(pipeline.outbox.claim())).hasSize(20);
    assertThat(statuses("FAILED")).isZero();
    assertThat(statuses("QUEUED")).isEqualTo(5);
  }

  @Test
  void overTheLimitAMessageWaitsUntilASlotIsFree() throws SQLException {
    perMinute(2);
    queue(5, BOT);
    assertThat(sent(pipeline.outbox.claim())).hasSize(2);
    assertThat(pipeline.outbox.claim()).as("they are put off, not asked for again").isEmpty();
    passed("59 seconds");
    assertThat(sent(pipeline.outbox.claim())).isEmpty();
    passed("2 seconds");
    assertThat(sent(pipeline.outbox.claim())).hasSize(2);
    passed("61 seconds");
    assertThat(sent(pipeline.outbox.claim())).hasSize(1);
  }

  @Test
  void peopleGoBeforeTheBotAndTheBotBeforeCampaigns() throws SQLException {
    perMinute(3);
    var campaign = queue(3, CAMPAIGN);
    var bot = queue(2, BOT);
    var person = queue(2, PERSON);
    assertThat(sent(pipeline.outbox.claim()))
        .containsExactlyInAnyOrder(person.get(0), person.get(1), bot.get(0));
    passed("61 seconds");
    var late = pipeline.outbox.queue(PERSON);
    assertThat(sent(pipeline.outbox.claim()))
        .containsExactlyInAnyOrder(late, bot.get(1), campaign.get(0));
  }

  @Test
  void aPersonDoesNotWaitBehindALimitedMessageOfTheSameConversation() throws SQLException {
    perMinute(1);
    queue(1, BOT);
    assertThat(sent(pipeline.outbox.claim())).hasSize(1);
    var waiting = pipeline.outbox.queue(CAMPAIGN);
    assertThat(sent(pipeline.outbox.claim())).isEmpty();
    perMinute(2);
    var conversation =
        Long.parseLong(
            pipeline.look(
                "select conversation_id from message where organization_id = ? and id = "
                    + waiting));
    var person = pipeline.outbox.queue(conversation, PERSON);
    assertThat(sent(pipeline.outbox.claim())).containsExactly(person);
  }

  @Test
  void theLimitIsExactForManyWhoClaimAtOnce() throws Exception {
    perMinute(50);
    queue(120, BOT);
    Callable<List<Long>> claim =
        () -> {
          var mine = new ArrayList<Long>();
          for (int round = 0; round < 10; round++) {
            mine.addAll(sent(pipeline.outbox.claim(7)));
          }
          return mine;
        };
    var all = new ArrayList<Long>();
    try (var nodes = Executors.newFixedThreadPool(4)) {
      for (var done : nodes.invokeAll(java.util.Collections.nCopies(4, claim))) {
        all.addAll(done.get());
      }
    }
    assertThat(all).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void channelsOfOneProviderShareItsWindow() throws SQLException {
    var second = UUID.randomUUID();
    pipeline.prepare(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (?, ?, 'CHAT2DESK', 'Second', 'second', 'http://127.0.0.1')",
        pipeline.organization,
        second);
    pipeline.prepare(
        "update channel set type = 'CHAT2DESK' where organization_id = ?", pipeline.organization);
    var messages = queue(310, BOT);
    pipeline.prepare(
        "update outbox_message set channel_id = ? where organization_id = ? and message_id % 2 = 0",
        second, pipeline.organization);
    var sent = new ArrayList<Long>();
    for (int round = 0; round < 5; round++) {
      sent.addAll(sent(pipeline.outbox.claim(100)));
    }
    assertThat(sent).hasSize(300).doesNotHaveDuplicates().isSubsetOf(messages);
  }

  @Test
  void aCampaignHasItsDay() throws SQLException {
    pipeline.prepare(
        "update organization set campaign_per_day = 3, time_zone = 'Asia/Bishkek' where organization_id = ?",
        pipeline.organization);
    queue(5, CAMPAIGN);
    var sent = pipeline.outbox.claim().stream().filter(c -> c.verdict().equals("SEND")).toList();
    assertThat(sent).hasSize(3);
    assertThat(
            pipeline.look(
                "select min(due_at) = max(due_at) and min(due_at at time zone 'Asia/Bishkek')::time = '00:00' and min(due_at) > now()"
                    + " from outbox_message where claimed_by is null and organization_id = ?"))
        .isEqualTo("t");
    pipeline.outbox.mark(sent.getFirst(), "RETRY", null, "0 seconds");
    assertThat(sent(pipeline.outbox.claim()))
        .as("a second try is the same message")
        .containsExactly(sent.getFirst().message());
    var bot = pipeline.outbox.queue(BOT);
    assertThat(sent(pipeline.outbox.claim())).containsExactly(bot);
    pipeline.prepare(
        "update send_window set day = day - 1 where organization_id = ?", pipeline.organization);
    pipeline.prepare(
        "update outbox_message set due_at = now() where organization_id = ?",
        pipeline.organization);
    assertThat(sent(pipeline.outbox.claim())).hasSize(2);
  }

  @Test
  void whatTheFenceHoldsBackTakesNoSlot() throws SQLException {
    perMinute(2);
    queue(2, BOT);
    pipeline.prepare(
        "update conversation set handler = 'HUMAN' where organization_id = ?",
        pipeline.organization);
    queue(2, BOT);
    assertThat(sent(pipeline.outbox.claim())).hasSize(2);
  }

  @Test
  void aChannelWithoutLimitKeepsNoCount() throws SQLException {
    queue(60, BOT);
    assertThat(sent(pipeline.outbox.claim())).hasSize(60);
    assertThat(pipeline.look("select count(*) from send_window where organization_id = ?"))
        .isEqualTo("0");
  }

  @Test
  void aChannelThatIsDownIsPutOffAndABusyOneIsPassedOver() throws SQLException {
    queue(3, BOT);
    var until = OffsetDateTime.now().plusHours(1).toString();
    Object[] none = {};
    Object[] channel = {pipeline.channel};
    assertThat(pipeline.outbox.claim(Pipeline.WORKER, 100, channel, none, none)).isEmpty();
    assertThat(dueNow()).isEqualTo("3");
    assertThat(pipeline.outbox.claim(Pipeline.WORKER, 100, none, channel, new Object[] {until}))
        .isEmpty();
    assertThat(dueNow()).isEqualTo("0");
  }

  @Test
  void aConversationKeepsItsOrderWhenMoreIsDueThanIsTaken() throws SQLException {
    var first = pipeline.outbox.queue(BOT);
    var conversation =
        Long.parseLong(
            pipeline.look("select conversation_id from message where organization_id = ?"));
    var second = pipeline.outbox.queue(conversation, BOT);
    due(second, "1 minute");
    assertThat(sent(pipeline.outbox.claim(1))).containsExactly(first);
    assertThat(sent(pipeline.outbox.claim(2))).as("behind what is in flight").isEmpty();
  }

  /** The second is held back by the first, which went back; the third is due after both. */
  @Test
  void whoIsHeldBackHoldsBackTheNext() throws SQLException {
    var first = pipeline.outbox.queue(BOT);
    var conversation =
        Long.parseLong(
            pipeline.look("select conversation_id from message where organization_id = ?"));
    var second = pipeline.outbox.queue(conversation, BOT);
    var third = pipeline.outbox.queue(conversation, BOT);
    due(first, "20 seconds");
    due(second, "30 seconds");
    due(third, "10 seconds");
    var claimed = pipeline.outbox.claim();
    assertThat(sent(claimed)).containsExactly(first);
    pipeline.outbox.mark(claimed.getFirst(), "SENT", "E-1", null);
    assertThat(sent(pipeline.outbox.claim())).containsExactly(second, third);
  }

  private void due(long message, String ago) throws SQLException {
    pipeline.prepare(
        "update outbox_message set due_at = now() - ?::interval where organization_id = ? and message_id = ?",
        ago,
        pipeline.organization,
        message);
  }

  private List<Long> queue(int n, int priority) throws SQLException {
    var messages = new ArrayList<Long>();
    for (int i = 0; i < n; i++) {
      messages.add(pipeline.outbox.queue(priority));
    }
    return messages;
  }

  private static List<Long> sent(List<Claimed> claimed) {
    return claimed.stream()
        .filter(claim -> claim.verdict().equals("SEND"))
        .map(Claimed::message)
        .toList();
  }

  private void perMinute(int most) throws SQLException {
    pipeline.prepare(
        "update channel set per_minute = ? where organization_id = ?", most, pipeline.organization);
  }

  /** As if so much time had passed. */
  private void passed(String time) throws SQLException {
    pipeline.prepare(
        "update send_window w set starts = array(select t - ?::interval from unnest(w.starts) t) where organization_id = ?",
        time,
        pipeline.organization);
    pipeline.prepare(
        "update outbox_message set due_at = due_at - ?::interval where organization_id = ?",
        time,
        pipeline.organization);
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
