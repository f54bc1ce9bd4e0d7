package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelType;
import org.tulpar.dialogue.media.MediaCollector;
import org.tulpar.media.MediaSource;
import org.tulpar.media.MediaSource.Fetched.Found;
import org.tulpar.media.MediaStore;
import org.tulpar.tests.database.Outbox.Claimed;

/** What the providers say they take: of a channel in a second, for one client, of an account. */
class ProviderLimitsTest {

  private static final int BOT = 5;
  private static final int CHAT2DESK_PER_MINUTE = 300;

  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
  }

  @Test
  void telegramTakesThirtyASecondFromABot() throws SQLException {
    type("TELEGRAM");
    queue(65);
    assertThat(sent()).hasSize(30);
    passed("-1 minute");
    due();
    assertThat(sent()).as("the second is not over").isEmpty();
    passed("62 seconds");
    due();
    assertThat(sent()).hasSize(30);
    passed("2 seconds");
    due();
    assertThat(sent()).hasSize(5);
  }

  @Test
  void telegramTakesOneASecondForAChatAndOthersDoNotWait() throws SQLException {
    type("TELEGRAM");
    var first = pipeline.outbox.queue(BOT);
    var second = pipeline.outbox.queue(conversationOf(first), BOT);
    var third = pipeline.outbox.queue(conversationOf(first), BOT);
    var other = pipeline.outbox.queue(BOT);
    var claimed = pipeline.outbox.claim();
    assertThat(sent(claimed)).containsExactlyInAnyOrder(first, other);
    settle(claimed);
    passed("-1 minute");
    due();
    assertThat(sent()).as("the second is not over").isEmpty();
    passed("62 seconds");
    claimed = pipeline.outbox.claim();
    assertThat(sent(claimed)).containsExactly(second);
    settle(claimed);
    passed("2 seconds");
    assertThat(sent()).containsExactly(third);
  }

  @Test
  void theCloudTakesEightyASecondFromANumber() throws SQLException {
    type("WHATSAPP_CLOUD");
    queue(95);
    assertThat(sent()).hasSize(80);
    passed("2 seconds");
    assertThat(sent()).hasSize(15);
  }

  @Test
  void theCloudLendsAClientABurstThatIsPaidBackByWaiting() throws SQLException {
    type("WHATSAPP_CLOUD");
    var conversation = conversationOf(pipeline.outbox.queue(BOT));
    for (int i = 1; i < 48; i++) {
      pipeline.outbox.queue(conversation, BOT);
    }
    var burst = pipeline.outbox.claim();
    assertThat(sent(burst)).hasSize(45);
    settle(burst);
    due();
    assertThat(sent()).isEmpty();
    paidUntil("263 seconds");
    due();
    var next = pipeline.outbox.claim();
    assertThat(sent(next)).as("six seconds later").hasSize(1);
    settle(next);
    paidUntil("-1 second");
    due();
    assertThat(sent()).as("everything is paid back").hasSize(2);
    assertThat(
            pipeline.look(
                "select cardinality(chats) from send_window where organization_id = ? and name like"
                    + " 'chats:%'"))
        .as("who is not waited for is not kept")
        .isEqualTo("1");
  }

  @Test
  void filesAreLookedUpWithinTheWindowOfChat2Desk() throws Exception {
    type("CHAT2DESK");
    for (int i = 1; i < CHAT2DESK_PER_MINUTE; i++) {
      assertThat(slot()).isNull();
    }
    var provider = new MediaRig.Provider(ChannelType.CHAT2DESK);
    try (var rig =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
            .with(MediaSource.class, provider)
            .with(MediaStore.class, new MediaRig.Shelf())
            .with(ChannelDirectory.class, new MediaRig.OneChannel(ChannelType.CHAT2DESK))) {
      var collector = rig.get(MediaCollector.class);
      var first = file();
      provider.answers.add(new Found(new byte[] {1}, "a.bin"));
      work(collector);
      assertThat(status(first)).isEqualTo("STORED");
      queue(1);
      assertThat(sent()).as("the file took the last slot").isEmpty();
      var second = file();
      work(collector);
      assertThat(status(second)).as("it was not asked for").isEqualTo("PENDING");
      assertThat(
              pipeline.look(
                  "select attempts || ' ' || (due_at > now() + interval '30 seconds')"
                      + " from media_job where organization_id = ?"))
          .isEqualTo("0 true");
      passed("61 seconds");
      pipeline.prepare(
          "update media_job set due_at = now() where organization_id = ?", pipeline.organization);
      provider.answers.add(new Found(new byte[] {2}, "b.bin"));
      work(collector);
      assertThat(status(second)).isEqualTo("STORED");
    }
  }

  private static void work(MediaCollector collector) throws SQLException {
    for (var job : collector.claim(10)) {
      collector.work(job);
    }
  }

  /** Takes one, or the seconds until there is one. */
  private String slot() throws SQLException {
    try (var connection = Pipeline.connect()) {
      var free =
          Sql.query(
              connection,
              "select take_provider_slot(?, 'CHAT2DESK')",
              row -> row.getString(1),
              pipeline.organization);
      connection.commit();
      return free.getFirst();
    }
  }

  /** A file that a client sent and nobody has fetched. */
  private String file() throws SQLException {
    pipeline.prepare(
        "update media_job set due_at = 'infinity' where organization_id <> ?",
        pipeline.organization);
    var message = pipeline.outbox.queue(BOT);
    pipeline.prepare("delete from outbox_message where message_id = ?", message);
    pipeline.prepare(
        "update message set direction = 'IN', author = 'CLIENT', status = 'DELIVERED', kind ="
            + " 'DOCUMENT' where id = ?",
        message);
    pipeline.prepare(
        "insert into media (organization_id, id, message_id) values (?, gen_random_uuid(), ?)",
        pipeline.organization,
        message);
    pipeline.prepare(
        "insert into media_job (organization_id, media_id, job, channel_id) select organization_id,"
            + " id, 'FETCH', ? from media where message_id = ?",
        pipeline.channel,
        message);
    return Long.toString(message);
  }

  private String status(String message) throws SQLException {
    return pipeline.look(
        "select status from media where organization_id = ? and message_id = " + message);
  }

  /** As if the client's pace were used up for so long. */
  private void paidUntil(String time) throws SQLException {
    pipeline.prepare(
        "update send_window set starts = array[clock_timestamp() + ?::interval]"
            + " where organization_id = ? and name like 'chats:%'",
        time, pipeline.organization);
  }

  private void settle(List<Claimed> claimed) throws SQLException {
    var sent = new HashSet<>(sent(claimed));
    for (var claim : claimed) {
      if (sent.contains(claim.message())) {
        pipeline.outbox.mark(claim, "SENT", "E-" + claim.message(), null);
      }
    }
  }

  private List<Long> sent() throws SQLException {
    return sent(pipeline.outbox.claim());
  }

  private static List<Long> sent(List<Claimed> claimed) {
    return claimed.stream()
        .filter(claim -> claim.verdict().equals("SEND"))
        .map(Claimed::message)
        .toList();
  }

  private void queue(int n) throws SQLException {
    for (int i = 0; i < n; i++) {
      pipeline.outbox.queue(BOT);
    }
  }

  private long conversationOf(long message) throws SQLException {
    return Long.parseLong(
        pipeline.look(
            "select conversation_id from message where organization_id = ? and id = " + message));
  }

  private void type(String type) throws SQLException {
    pipeline.prepare(
        "update channel set type = ?, per_minute = null where organization_id = ?",
        type,
        pipeline.organization);
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

  /** Whatever was put off may be claimed. */
  private void due() throws SQLException {
    pipeline.prepare(
        "update outbox_message set due_at = now() where claimed_by is null and organization_id = ?",
        pipeline.organization);
  }
}
