package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.database.Outbox.Claimed;

/** What happens to a message that does not go out, and what a person may decide about it. */
class UndeliveredTest {

  private static final String OTHER = "other/1";

  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
  }

  @Test
  void aMessageThatWasGivenUpBecomesADeadLetter() throws SQLException {
    var message = failed();
    assertThat(message("status")).isEqualTo("FAILED");
    assertThat(letter("message_id")).isEqualTo(Long.toString(message));
    assertThat(letter("code")).isEqualTo("gave_up");
    assertThat(letter("settlement")).isNull();
    assertThat(count("outbox_message")).isZero();
  }

  @Test
  void aDeadLetterIsSentAgainOnce() throws SQLException {
    var message = failed();
    var person = pipeline.person();
    assertThat(pipeline.outbox.decide(message, "RESEND", person)).isTrue();
    assertThat(pipeline.outbox.decide(message, "RESEND", person)).isFalse();
    assertThat(letter("settlement")).isEqualTo("RESENT");
    var claim = pipeline.outbox.claim().getFirst();
    assertThat(claim.verdict()).isEqualTo("SEND");
    pipeline.outbox.mark(claim, "SENT", "E-1", null);
    assertThat(message("status")).isEqualTo("SENT");
    assertThat(count("audit_event where type = 'message.resent' and")).isEqualTo(1);
  }

  @Test
  void whatFailsAgainIsADeadLetterAgain() throws SQLException {
    var message = failed();
    assertThat(pipeline.outbox.decide(message, "RESEND", pipeline.person())).isTrue();
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "FAILED", null, null);
    assertThat(count("dead_letter where settlement is null and")).isEqualTo(1);
    assertThat(count("dead_letter")).isEqualTo(2);
  }

  @Test
  void aDiscardedLetterIsNotSent() throws SQLException {
    var message = failed();
    assertThat(pipeline.outbox.decide(message, "DISCARD", pipeline.person())).isTrue();
    assertThat(letter("settlement")).isEqualTo("DISCARDED");
    assertThat(pipeline.outbox.decide(message, "RESEND", pipeline.person())).isFalse();
    assertThat(pipeline.outbox.claim()).isEmpty();
    assertThat(message("status")).isEqualTo("FAILED");
  }

  @Test
  void whatWasDiscardedWaitsAgainWhenThatIsTakenBack() throws SQLException {
    var message = failed();
    var person = pipeline.person();
    assertThat(pipeline.outbox.decide(message, "KEEP", person)).isFalse();
    pipeline.outbox.decide(message, "DISCARD", person);
    assertThat(pipeline.outbox.decide(message, "KEEP", person)).isTrue();
    assertThat(letter("coalesce(settlement, '') || coalesce(settled_by, 0)")).isEqualTo("0");
    assertThat(count("audit_event where type = 'message.kept' and")).isEqualTo(1);
    assertThat(pipeline.outbox.decide(message, "RESEND", person)).isTrue();
    assertThat(pipeline.outbox.decide(message, "KEEP", person)).isFalse();
    assertThat(letter("settlement")).isEqualTo("RESENT");
  }

  @Test
  void whatAPersonSendsAgainPassesTheFenceAsHers() throws SQLException {
    var message = failed();
    pipeline.prepare(
        "update conversation set handler = 'HUMAN', handler_epoch = handler_epoch + 1, typing_at = now() where organization_id = ?",
        pipeline.organization);
    pipeline.outbox.decide(message, "RESEND", pipeline.person());
    assertThat(pipeline.outbox.claim()).extracting(Claimed::verdict).containsExactly("SEND");
  }

  @Test
  void whatWasNotTriedDoesNotCountAsATry() throws SQLException {
    pipeline.outbox.queue(5);
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "BACK", null, "0 seconds");
    assertThat(outbox("attempts")).isEqualTo("0");
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "RETRY", null, "0 seconds");
    assertThat(outbox("attempts")).isEqualTo("1");
  }

  @Test
  void anUnknownFateIsNeverSentAgainByItself() throws SQLException {
    unknown();
    assertThat(pipeline.outbox.claim()).isEmpty();
    pipeline.prepare(
        "update outbox_message set claimed_at = now() - interval '1 hour', unknown_since = now() - interval '1 hour', due_at = now() - interval '1 hour' where organization_id = ?",
        pipeline.organization);
    assertThat(pipeline.outbox.claim()).isEmpty();
  }

  @Test
  void aPersonMayAskAtOnce() throws SQLException {
    var message = unknown();
    assertThat(pipeline.outbox.adopt(Pipeline.WORKER, "node/%")).isEmpty();
    assertThat(pipeline.outbox.decide(message, "ASK", pipeline.person())).isTrue();
    var adopted = pipeline.outbox.adopt(Pipeline.WORKER, "node/%");
    assertThat(adopted).hasSize(1);
    pipeline.outbox.mark(adopted.getFirst(), "FOUND", "E-9", null);
    assertThat(message("status")).isEqualTo("SENT");
    assertThat(message("external_id")).isEqualTo("E-9");
    assertThat(count("outbox_message")).isZero();
  }

  @Test
  void aPersonMayTakeItForSent() throws SQLException {
    var message = unknown();
    assertThat(pipeline.outbox.decide(message, "ASSUME_SENT", pipeline.person())).isTrue();
    assertThat(message("status")).isEqualTo("SENT");
    assertThat(count("outbox_message")).isZero();
  }

  @Test
  void aLateVerdictDoesNotTouchWhatAPersonHasSentAgain() throws SQLException {
    var message = unknown();
    pipeline.outbox.decide(message, "ASK", pipeline.person());
    var asked = pipeline.outbox.adopt(Pipeline.WORKER, "node/%").getFirst();
    pipeline.outbox.decide(message, "RESEND", pipeline.person());
    var again = pipeline.outbox.claim().getFirst();
    assertThat(again.verdict()).isEqualTo("SEND");
    pipeline.outbox.mark(asked, "RETRY", null, "0 seconds");
    assertThat(message("status")).isEqualTo("SENDING");
    assertThat(pipeline.outbox.claim()).as("it is not sent a second time").isEmpty();
    pipeline.outbox.mark(again, "SENT", "E-1", null);
    assertThat(message("status")).isEqualTo("SENT");
  }

  @Test
  void aVerdictOfAnotherWorkersClaimIsDropped() throws SQLException {
    var message = unknown();
    pipeline.outbox.decide(message, "ASK", pipeline.person());
    var theirs = pipeline.outbox.adopt(OTHER, "other/%").getFirst();
    pipeline.outbox.mark(theirs, "RETRY", null, "0 seconds");
    assertThat(message("status")).isEqualTo("UNKNOWN");
  }

  @Test
  void equalWordsThatAreAnotherMessageDoNotSettleThis() throws SQLException {
    var first = pipeline.outbox.queue(5);
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "SENT", "E-1", null);
    var conversation =
        Long.parseLong(
            pipeline.look("select conversation_id from message where organization_id = ?"));
    var second = pipeline.outbox.queue(conversation, 5);
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "UNKNOWN", null, null);
    pipeline.outbox.decide(second, "ASK", pipeline.person());
    pipeline.outbox.mark(
        pipeline.outbox.adopt(Pipeline.WORKER, "node/%").getFirst(), "FOUND", "E-1", null);
    assertThat(status(first)).isEqualTo("SENT");
    assertThat(status(second)).isEqualTo("UNKNOWN");
    assertThat(count("outbox_message")).isEqualTo(1);
  }

  @Test
  void acceptanceIsAFactWhoeverReportsIt() throws SQLException {
    var message = pipeline.outbox.queue(5);
    var claim = pipeline.outbox.claim().getFirst();
    pipeline.outbox.mark(claim, "RETRY", null, "1 hour");
    pipeline.outbox.mark(claim, "SENT", "E-1", null);
    assertThat(status(message)).isEqualTo("SENT");
    assertThat(count("outbox_message")).isZero();
  }

  private long failed() throws SQLException {
    var message = pipeline.outbox.queue(5);
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "FAILED", null, null);
    return message;
  }

  private long unknown() throws SQLException {
    var message = pipeline.outbox.queue(5);
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "UNKNOWN", null, null);
    return message;
  }

  private String message(String column) throws SQLException {
    return pipeline.look("select %s from message where organization_id = ?".formatted(column));
  }

  private String status(long message) throws SQLException {
    return pipeline.look(
        "select status from message where organization_id = ? and id = " + message);
  }

  private String outbox(String column) throws SQLException {
    return pipeline.look(
        "select %s from outbox_message where organization_id = ?".formatted(column));
  }

  private String letter(String column) throws SQLException {
    return pipeline.look(
        "select %s from dead_letter where organization_id = ? order by id limit 1"
            .formatted(column));
  }

  private int count(String table) throws SQLException {
    var filtered = table.contains(" where ") ? table : table + " where";
    return Integer.parseInt(
        pipeline.look("select count(*) from %s organization_id = ?".formatted(filtered)));
  }
}
