package org.tulpar.tests.database;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.database.Outbox.Claimed;

/** How fast messages may go: over a limit they wait, they never fail. */
class LimitsTest {

  private static final int BOT = 5;
  private static final int PERSON = 1;
  private static final int CAMPAIGN = 9;

  /** Of channels nothing is said. */
  private static final Object[] NONE = {};

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
    assertThat(claimedAtOnce(4, 10, 7)).hasSize(50).doesNotHaveDuplicates();
  }

  /** What so many nodes claim side by side, each in so many rounds. */
  private List<Long> claimedAtOnce(int nodes, int rounds, int most) throws Exception {
    var claims = new ArrayList<Callable<List<Long>>>();
    for (int i = 0; i < nodes; i++) {
      var worker = "node-" + i + "/1";
      claims.add(
          () -> {
            var mine = new ArrayList<Long>();
            for (int round = 0; round < rounds; round++) {
              mine.addAll(sent(pipeline.outbox.claim(worker, most, NONE, NONE, NONE)));
            }
            return mine;
          });
    }
    var all = new ArrayList<Long>();
    try (var threads = Executors.newFixedThreadPool(nodes)) {
      for (var done : threads.invokeAll(claims)) {
        all.addAll(done.get());
      }
    }
    return all;
  }

  @Test
  void channelsOfOneProviderShareItsWindow() throws Exception {
    var messages = queueInTwoChannels(310);
    assertThat(claimedAtOnce(2, 5, 100)).hasSize(300).doesNotHaveDuplicates().isSubsetOf(messages);
  }

  @Test
  void theWindowOfAProviderSlides() throws Exception {
    queueInTwoChannels(700);
    assertThat(claimedAtOnce(2, 1, 50)).hasSize(100);
    passed("40 seconds");
    assertThat(claimedAtOnce(2, 5, 100)).as("the minute has taken its 300").hasSize(200);
    passed("10 seconds");
    due();
    assertThat(claimedAtOnce(2, 3, 100)).as("the first are too young").isEmpty();
    passed("11 seconds");
    due();
    assertThat(claimedAtOnce(2, 5, 100)).as("as many as have left the window").hasSize(100);
    passed("25 seconds");
    due();
    assertThat(claimedAtOnce(2, 5, 100)).as("nobody began a new minute").isEmpty();
    passed("15 seconds");
    due();
    assertThat(claimedAtOnce(2, 5, 100)).hasSize(200);
  }

  private List<Long> queueInTwoChannels(int n) throws SQLException {
    var second = UUID.randomUUID();
    pipeline.prepare(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (?, ?, 'CHAT2DESK', 'Second', 'second', 'http://127.0.0.1')",
        pipeline.organization,
        second);
    pipeline.prepare(
        "update channel set type = 'CHAT2DESK' where organization_id = ?", pipeline.organization);
    var messages = LongStream.range(0, n).map(i -> Pipeline.nextId()).boxed().toList();
    for (var table :
        List.of(
            "client (organization_id, id) select ?::uuid, i",
            "conversation (organization_id, id, client_id, channel_id, address)"
                + " select ?::uuid, i, i, case when i % 2 = 0 then ?::uuid else ?::uuid end, 'somebody'",
            "message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, handler_epoch, occurred_at)"
                + " select ?::uuid, i, i, 'OUT', 'BOT', 'CRM', 'QUEUED', 'TEXT', 'words', 0, now()",
            "outbox_message (organization_id, message_id, conversation_id, channel_id, lane)"
                + " select ?::uuid, i, i, case when i % 2 = 0 then ?::uuid else ?::uuid end, "
                + pipeline.lane)) {
      var ids = messages.stream().map(String::valueOf).collect(joining(",", "{", "}"));
      var sql = "insert into " + table + " from unnest(?::bigint[]) i";
      if (table.contains("case when")) {
        pipeline.prepare(sql, pipeline.organization, second, pipeline.channel, ids);
      } else {
        pipeline.prepare(sql, pipeline.organization, ids);
      }
    }
    return messages;
  }

  @Test
  void theDayOfCampaignsIsExactForManyWhoClaimAtOnce() throws Exception {
    pipeline.prepare(
        "update organization set campaign_per_day = 37 where organization_id = ?",
        pipeline.organization);
    var second = UUID.randomUUID();
    pipeline.prepare(
        "insert into channel (organization_id, id, type, name, instance, api_url, per_minute) values (?, ?, 'EVOLUTION', 'Second', 'second', 'http://127.0.0.1', 0)",
        pipeline.organization,
        second);
    queue(120, CAMPAIGN);
    pipeline.prepare(
        "update outbox_message set channel_id = ? where organization_id = ? and message_id % 2 = 0",
        second, pipeline.organization);
    assertThat(claimedAtOnce(4, 5, 10)).hasSize(37).doesNotHaveDuplicates();
    assertThat(
            pipeline.look(
                "select used from send_window where name = 'campaigns' and organization_id = ?"))
        .isEqualTo("37");
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

  /** Whatever was put off may be claimed. */
  private void due() throws SQLException {
    pipeline.prepare(
        "update outbox_message set due_at = now() where claimed_by is null and organization_id = ?",
        pipeline.organization);
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
