package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Edits, deletions, reactions, receipts and names: in any order of arrival they end in the same
 * rows.
 */
class ChangedMessagesTest {

  private static final String MESSAGE =
      "select concat_ws(' ', m.body, case when edited_at is not null then 'edited' end,"
          + " case when deleted_at is not null then 'deleted' end) from message m where organization_id = ?";

  /** The gateway's answer to a send of ours, among what arrives. */
  private static final String ACCEPTED = "accepted";

  private static final int BOT = 5;

  private Pipeline pipeline;
  private Resolver resolver;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    resolver = new Resolver(pipeline);
  }

  @Test
  void anEditReplacesTheWordsAndThePreview() throws Exception {
    resolver.arrive(Wire.text("M-1", "ten", 1), Wire.edit("M-1", "eleven", 2));
    assertThat(pipeline.look(MESSAGE)).isEqualTo("eleven edited");
    assertThat(conversation("last_message_text")).isEqualTo("eleven");
  }

  @Test
  void anEditOfAnEarlierMessageLeavesThePreview() throws Exception {
    resolver.arrive(Wire.text("M-1", "ten", 1), Wire.text("M-2", "later", 2));
    resolver.arrive(Wire.edit("M-1", "eleven", 3));
    assertThat(conversation("last_message_text")).isEqualTo("later");
  }

  @Test
  void theLatestEditCountsInWhicheverOrderTheyCome() throws Exception {
    resolver.arrive(Wire.text("M-1", "one", 1));
    resolver.arrive(Wire.edit("M-1", "three", 3));
    resolver.arrive(Wire.edit("M-1", "two", 2));
    assertThat(pipeline.look(MESSAGE)).isEqualTo("three edited");
  }

  @Test
  void aChangeThatComesBeforeItsMessageIsKeptForIt() throws Exception {
    resolver.arrive(Wire.edit("M-1", "three", 3), Wire.edit("M-1", "two", 2));
    resolver.arrive(Wire.text("M-1", "one", 1));
    assertThat(pipeline.look(MESSAGE)).isEqualTo("three edited");
    assertThat(count("early_change")).isZero();
  }

  @Test
  void ofADeletedMessageNothingIsKept() throws Exception {
    resolver.arrive(Wire.text("M-1", "my card number", 1), Wire.deletion("M-1"));
    assertThat(pipeline.look(MESSAGE)).isEqualTo(" deleted");
    assertThat(conversation("last_message_text")).isEmpty();
    resolver.arrive(Wire.edit("M-1", "late", 9));
    assertThat(pipeline.look(MESSAGE)).isEqualTo(" deleted");
  }

  @Test
  void aRevocationBeforeItsMessageDeletesIt() throws Exception {
    resolver.arrive(Wire.revocation("M-1"), Wire.text("M-1", "oops", 1));
    assertThat(pipeline.look(MESSAGE)).isEqualTo(" deleted");
  }

  @Test
  void whatAPersonTypedOnThePhoneCanBeChangedToo() throws Exception {
    resolver.arrive(Wire.edit("M-1", "20 000", 3), Wire.typedOnThePhone("M-1", "2000", 1));
    assertThat(pipeline.look(MESSAGE)).isEqualTo("20 000 edited");
  }

  @Test
  void aQuestionThatChangesWhileItIsAnsweredIsAnotherQuestion() throws Exception {
    resolver.arrive(Wire.text("M-1", "one ticket", 1));
    pipeline.prepare(
        "update turn set lane = ? where organization_id = ?", pipeline.lane, pipeline.organization);
    var turn = pipeline.turns.claim(Pipeline.WORKER, "90 seconds").getFirst();
    resolver.arrive(Wire.edit("M-1", "two tickets", 2));
    assertThat(pipeline.turns.finish(turn, Pipeline.WORKER, "REPLY", "one ticket is 10")).isFalse();
  }

  @Test
  void aReactionIsNoMessageAndAsksNothing() throws Exception {
    resolver.arrive(Wire.text("M-1", "hello", 1));
    pipeline.prepare("delete from turn where organization_id = ?", pipeline.organization);
    resolver.arrive(Wire.reaction("R-1", "M-1", "👍", 2));
    assertThat(reactions()).isEqualTo("M-1 client 👍");
    assertThat(count("message")).isEqualTo(1);
    assertThat(count("turn")).isZero();
    assertThat(conversation("unread")).isEqualTo("1");
  }

  @Test
  void aReactionIsReplacedAndTakenBack() throws Exception {
    resolver.arrive(Wire.reaction("R-1", "M-1", "👍", 2), Wire.reaction("R-2", "M-1", "❤", 3));
    assertThat(reactions()).isEqualTo("M-1 client ❤");
    resolver.arrive(Wire.reaction("R-3", "M-1", "", 4));
    assertThat(reactions()).isEqualTo("M-1 client ");
    resolver.arrive(Wire.reaction("R-0", "M-1", "😀", 1));
    assertThat(reactions()).as("an older one comes late").isEqualTo("M-1 client ");
  }

  @Test
  void historyFillsWhatIsMissingAndWakesNobody() throws Exception {
    resolver.arrive(Wire.text("M-2", "again", 5));
    pipeline.prepare("delete from turn where organization_id = ?", pipeline.organization);
    resolver.arrive(
        Wire.history(
            Wire.entry("M-0", true, "from us", 1),
            Wire.entry("M-1", false, "missed", 2),
            Wire.entry("M-2", false, "again", 5)));
    assertThat(
            pipeline.look(
                "select string_agg(body, ',' order by occurred_at, id) from message where organization_id = ?"))
        .isEqualTo("from us,missed,again");
    assertThat(count("turn")).isZero();
    assertThat(conversation("unread")).isEqualTo("1");
    assertThat(conversation("handler")).isEqualTo("BOT");
    assertThat(conversation("last_message_text")).isEqualTo("again");
  }

  @Test
  void aConversationOfThePastLiesWhereItsLastMessageWas() throws Exception {
    resolver.arrive(Wire.history(Wire.entry("M-0", false, "long ago", 1)));
    assertThat(conversation("extract(epoch from last_message_at)::bigint")).isEqualTo("1795199001");
    assertThat(count("turn")).isZero();
  }

  @Test
  void aContactTellsHowSomebodyCallsHerselfNow() throws Exception {
    resolver.arrive(Wire.text("M-1", "hello", 1));
    resolver.arrive(Wire.contact(Wire.JID, "Айгерим Сулейменова"));
    resolver.arrive(Wire.contact(Wire.JID, "+7 701 555 01 01"), Wire.contact("1@g.us", "Болат"));
    assertThat(pipeline.look("select name from client where organization_id = ?"))
        .isEqualTo("Айгерим Сулейменова");
  }

  @Test
  void inEveryOrderOfArrivalTheSameIsThere() throws Exception {
    var events =
        List.of(
            Wire.text("M-1", "one", 1),
            Wire.edit("M-1", "two", 2),
            Wire.edit("M-1", "three", 3),
            Wire.text("M-2", "private", 4),
            Wire.deletion("M-2"),
            Wire.reaction("R-1", "M-1", "👍", 5),
            Wire.reaction("R-2", "M-1", "❤", 6),
            Wire.receipt("E-1", "SERVER_ACK"),
            Wire.receipt("E-1", "DELIVERY_ACK"),
            Wire.receipt("E-1", "READ"),
            ACCEPTED);
    var seed = new Random(7);
    for (int round = 0; round < 24; round++) {
      prepare();
      var shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, seed);
      var ours = pipeline.outbox.queue(BOT);
      assertThat(pipeline.outbox.claim()).hasSize(1);
      for (var event : shuffled) {
        if (event.equals(ACCEPTED)) {
          pipeline.outbox.mark(ours, "SENT", "E-1", null);
        } else {
          resolver.ingest(event);
        }
        if (round % 2 == 1) {
          resolver.drain();
        }
      }
      resolver.drain();
      resolver.waitNoLonger();
      assertThat(state())
          .as(shuffled.toString())
          .isEqualTo("three edited| deleted|M-1 client ❤|READ");
    }
  }

  @Test
  void aReceiptThatComesBeforeItsMessageWaitsForIt() throws Exception {
    var ours = pipeline.outbox.queue(BOT);
    assertThat(pipeline.outbox.claim()).hasSize(1);
    resolver.arrive(Wire.receipt("E-1", "READ"));
    assertThat(receipt("status || ' ' || attempts || ' ' || (due_at > now())"))
        .isEqualTo("WAITING 1 true");
    pipeline.outbox.mark(ours, "SENT", "E-1", null);
    resolver.drain();
    assertThat(status("E-1")).as("its pause is not over").isEqualTo("SENT");
    resolver.waitNoLonger();
    assertThat(status("E-1")).isEqualTo("READ");
    assertThat(receipt("status")).isEqualTo("PROCESSED");
  }

  @Test
  void aReceiptThatWaitedSixteenTimesIsOfNoneOfOurs() throws Exception {
    resolver.arrive(Wire.receipt("E-1", "READ"));
    for (int attempt = 2; attempt <= 17; attempt++) {
      assertThat(receipt("status")).as("before try " + attempt).isEqualTo("WAITING");
      resolver.waitNoLonger();
    }
    assertThat(receipt("status || ' ' || reason"))
        .isEqualTo("IGNORED receipt of a message that is not ours");
  }

  private String receipt(String what) throws SQLException {
    return pipeline.look("select %s from inbound_event where organization_id = ?".formatted(what));
  }

  private String status(String externalId) throws SQLException {
    return pipeline.look(
        "select status from message where organization_id = ? and external_id = '%s'"
            .formatted(externalId));
  }

  private String state() throws SQLException {
    return String.join(
        "|",
        Arrays.asList(
            pipeline.look(MESSAGE + " and external_id = 'M-1'"),
            pipeline.look(MESSAGE + " and external_id = 'M-2'"),
            reactions(),
            status("E-1")));
  }

  private String reactions() throws SQLException {
    return pipeline.look(
        "select external_id || ' ' || reactor || ' ' || sign from message_reaction where organization_id = ?");
  }

  private String conversation(String column) throws SQLException {
    return pipeline.look("select %s from conversation where organization_id = ?".formatted(column));
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from %s where organization_id = ?".formatted(table)));
  }
}
