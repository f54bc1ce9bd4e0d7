package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Receipts that bring our own id of the message back: the only word there is of a send whose answer
 * was lost at a provider that tells neither echoes nor a history.
 */
class NamedReceiptsTest {

  private static final String NAME = "wamid.1";
  private static final int BOT = 5;

  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SENT", "DELIVERED", "READ"})
  void whatIsUnknownIsSettledByItsReceipt(String status) throws SQLException {
    var message = unknown();
    assertThat(pipeline.receipt(NAME, status, message)).containsExactly(0);
    assertThat(message("status")).isEqualTo(status);
    assertThat(message("external_id")).isEqualTo(NAME);
    assertThat(message("sent_at")).isNotNull();
    assertThat(message("failure_code")).isNull();
    assertThat(count("outbox_message")).as("nobody asks for it any more").isZero();
  }

  @Test
  void theReceiptsAfterTheFirstFindItByItsName() throws SQLException {
    var message = unknown();
    pipeline.receipt(NAME, "SENT", message);
    pipeline.receipt(NAME, "READ", message);
    assertThat(message("status")).isEqualTo("READ");
    pipeline.receipt(NAME, "DELIVERED", message);
    assertThat(message("status")).as("never backwards").isEqualTo("READ");
  }

  @Test
  void aReceiptBeforeTheAnswerOfTheGatewayIsOneMessage() throws SQLException {
    var message = pipeline.outbox.queue(BOT);
    var claim = pipeline.outbox.claim().getFirst();
    assertThat(pipeline.receipt(NAME, "DELIVERED", message)).containsExactly(0);
    pipeline.outbox.mark(claim, "RETRY", null, "0 seconds");
    assertThat(pipeline.outbox.claim()).as("it is not sent a second time").isEmpty();
    pipeline.outbox.mark(claim, "SENT", NAME, null);
    assertThat(message("status")).isEqualTo("DELIVERED");
    assertThat(message("external_id")).isEqualTo(NAME);
  }

  @Test
  void aRefusalIsAMatterOfAPerson() throws SQLException {
    var message = unknown();
    pipeline.receipt(NAME, "FAILED", message);
    assertThat(message("status")).isEqualTo("FAILED");
    assertThat(count("outbox_message")).isZero();
    assertThat(pipeline.outbox.decide(message, "RESEND", pipeline.person())).isTrue();
    assertThat(pipeline.outbox.claim()).hasSize(1);
  }

  @Test
  void anotherOrganizationSettlesNothing() throws SQLException {
    var message = unknown();
    var other = Pipeline.ofNewOrganization(0);
    assertThat(other.receipt(NAME, "DELIVERED", message)).containsExactly(1);
    assertUntouched();
  }

  @Test
  void anotherChannelSettlesNothing() throws SQLException {
    var message = unknown();
    var second = UUID.randomUUID();
    pipeline.prepare(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (?, ?, 'WHATSAPP_CLOUD', 'Second', 'second', 'http://127.0.0.1')",
        pipeline.organization,
        second);
    pipeline.prepare(
        "update conversation set channel_id = ? where organization_id = ?",
        second,
        pipeline.organization);
    assertThat(pipeline.receipt(NAME, "DELIVERED", message)).containsExactly(1);
    assertUntouched();
  }

  @Test
  void whatAClientWroteIsNoMessageOfOurs() throws SQLException {
    pipeline.apply(Incoming.from("77010000002@s.whatsapp.net", "M-1", "question"));
    var question = Long.parseLong(message("id"));
    assertThat(pipeline.receipt(NAME, "READ", question)).containsExactly(1);
    assertThat(message("status || external_id")).isEqualTo("DELIVEREDM-1");
  }

  @Test
  void whatAPersonTookForSentGoesOnFromThere() throws SQLException {
    var message = unknown();
    pipeline.outbox.decide(message, "ASSUME_SENT", pipeline.person());
    pipeline.receipt(NAME, "DELIVERED", message);
    assertThat(message("status")).isEqualTo("DELIVERED");
    assertThat(message("external_id")).isEqualTo(NAME);
  }

  @Test
  void whatAPersonWantsSentAgainIsNotWhenItTurnsOutToBeThere() throws SQLException {
    var message = unknown();
    pipeline.outbox.decide(message, "RESEND", pipeline.person());
    pipeline.receipt(NAME, "DELIVERED", message);
    assertThat(pipeline.outbox.claim()).isEmpty();
    assertThat(message("status")).isEqualTo("DELIVERED");
  }

  @Test
  void theRefusalOfTheFirstTryDoesNotFailTheSecond() throws SQLException {
    var message = unknown();
    pipeline.outbox.decide(message, "RESEND", pipeline.person());
    assertThat(pipeline.receipt(NAME, "FAILED", message)).containsExactly(1);
    var again = pipeline.outbox.claim().getFirst();
    assertThat(pipeline.receipt(NAME, "FAILED", message)).containsExactly(1);
    pipeline.outbox.mark(again, "SENT", "wamid.2", null);
    assertThat(pipeline.receipt(NAME, "FAILED", message)).containsExactly(1);
    assertThat(message("status")).isEqualTo("SENT");
    assertThat(message("external_id")).isEqualTo("wamid.2");
  }

  @Test
  void theReceiptsOfTwoTriesAreThoseOfTheFirstThatWasTold() throws SQLException {
    var message = unknown();
    pipeline.receipt(NAME, "DELIVERED", message);
    assertThat(pipeline.receipt("wamid.2", "FAILED", message)).containsExactly(1);
    assertThat(message("status")).isEqualTo("DELIVERED");
    assertThat(message("external_id")).isEqualTo(NAME);
  }

  private void assertUntouched() throws SQLException {
    assertThat(message("status")).isEqualTo("UNKNOWN");
    assertThat(message("external_id")).isNull();
    assertThat(count("outbox_message")).isEqualTo(1);
  }

  private long unknown() throws SQLException {
    var message = pipeline.outbox.queue(BOT);
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "UNKNOWN", null, null);
    return message;
  }

  private String message(String column) throws SQLException {
    return pipeline.look("select %s from message where organization_id = ?".formatted(column));
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from %s where organization_id = ?".formatted(table)));
  }
}
