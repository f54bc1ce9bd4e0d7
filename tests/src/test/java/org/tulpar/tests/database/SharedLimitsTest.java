package org.tulpar.tests.database;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.database.LimitedOutbox.BOT;
import static org.tulpar.tests.database.LimitedOutbox.CAMPAIGN;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the channels of an organization share: a provider's window, and the day of campaigns. */
class SharedLimitsTest {

  private LimitedOutbox limited;
  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    limited = new LimitedOutbox();
    pipeline = limited.pipeline;
  }

  @Test
  void channelsOfOneProviderShareItsWindow() throws Exception {
    var messages = queueInTwoChannels(310);
    assertThat(limited.claimedAtOnce(2, 5, 100))
        .hasSize(300)
        .doesNotHaveDuplicates()
        .isSubsetOf(messages);
  }

  @Test
  void theWindowOfAProviderSlides() throws Exception {
    queueInTwoChannels(700);
    assertThat(limited.claimedAtOnce(2, 1, 50)).hasSize(100);
    limited.passed("40 seconds");
    assertThat(limited.claimedAtOnce(2, 5, 100)).as("the minute has taken its 300").hasSize(200);
    limited.passed("10 seconds");
    limited.due();
    assertThat(limited.claimedAtOnce(2, 3, 100)).as("the first are too young").isEmpty();
    limited.passed("11 seconds");
    limited.due();
    assertThat(limited.claimedAtOnce(2, 5, 100)).as("as many as have left the window").hasSize(100);
    limited.passed("25 seconds");
    limited.due();
    assertThat(limited.claimedAtOnce(2, 5, 100)).as("nobody began a new minute").isEmpty();
    limited.passed("15 seconds");
    limited.due();
    assertThat(limited.claimedAtOnce(2, 5, 100)).hasSize(200);
  }

  /** Half of them in each. */
  private List<Long> queueInTwoChannels(int n) throws SQLException {
    var second = limited.secondChannel("CHAT2DESK", null);
    pipeline.prepare(
        "update channel set type = 'CHAT2DESK' where organization_id = ?", pipeline.organization);
    var messages = LongStream.range(0, n).map(i -> Pipeline.nextId()).boxed().toList();
    var ids = messages.stream().map(String::valueOf).collect(joining(",", "{", "}"));
    for (var table :
        List.of(
            "client (organization_id, id) select ?::uuid, i",
            "conversation (organization_id, id, client_id, channel_id, address)"
                + " select ?::uuid, i, i, (array['%1$s', '%2$s'])[1 + i %% 2]::uuid, 'somebody'",
            "message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, handler_epoch, occurred_at)"
                + " select ?::uuid, i, i, 'OUT', 'BOT', 'CRM', 'QUEUED', 'TEXT', 'words', 0, now()",
            "outbox_message (organization_id, message_id, conversation_id, channel_id, lane)"
                + " select ?::uuid, i, i, (array['%1$s', '%2$s'])[1 + i %% 2]::uuid, %3$d")) {
      pipeline.prepare(
          "insert into "
              + table.formatted(second, pipeline.channel, pipeline.lane)
              + " from unnest(?::bigint[]) i",
          pipeline.organization,
          ids);
    }
    return messages;
  }

  @Test
  void theDayOfCampaignsIsExactForManyWhoClaimAtOnce() throws Exception {
    pipeline.prepare(
        "update organization set campaign_per_day = 37 where organization_id = ?",
        pipeline.organization);
    var second = limited.secondChannel("EVOLUTION", 0);
    limited.queue(120, CAMPAIGN);
    pipeline.prepare(
        "update outbox_message set channel_id = ? where organization_id = ? and message_id % 2 = 0",
        second, pipeline.organization);
    assertThat(limited.claimedAtOnce(4, 5, 10)).hasSize(37).doesNotHaveDuplicates();
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
    limited.queue(5, CAMPAIGN);
    var sent = pipeline.outbox.claim().stream().filter(c -> c.verdict().equals("SEND")).toList();
    assertThat(sent).hasSize(3);
    assertThat(
            pipeline.look(
                "select min(due_at) = max(due_at) and min(due_at at time zone 'Asia/Bishkek')::time = '00:00' and min(due_at) > now()"
                    + " from outbox_message where claimed_by is null and organization_id = ?"))
        .isEqualTo("t");
    pipeline.outbox.mark(sent.getFirst(), "RETRY", null, "0 seconds");
    assertThat(limited.sent())
        .as("a second try is the same message")
        .containsExactly(sent.getFirst().message());
    var bot = pipeline.outbox.queue(BOT);
    assertThat(limited.sent()).containsExactly(bot);
    pipeline.prepare(
        "update send_window set day = day - 1 where organization_id = ?", pipeline.organization);
    limited.due();
    assertThat(limited.sent()).hasSize(2);
  }
}
