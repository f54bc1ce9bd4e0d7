package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a person's word goes back to the bot: never, after some hours of silence, or on close. */
class ReturnsTest {

  private static final String JID = "77010000077@s.whatsapp.net";

  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    pipeline.apply(Incoming.from(JID, "M-1", "question"));
    pipeline.apply(Incoming.typedOnThePhone(JID, "M-2", "I am here"));
  }

  @Test
  void byDefaultNothingReturnsByItself() throws SQLException {
    silentFor("1000 hours");
    assertThat(pipeline.turns.returnSilent()).isEmpty();
  }

  @Test
  void afterTheHoursOfSilenceTheBotHasTheWordAgain() throws SQLException {
    policy("organization", "AFTER", 2);
    silentFor("119 minutes");
    assertThat(pipeline.turns.returnSilent()).isEmpty();
    silentFor("121 minutes");
    assertThat(pipeline.turns.returnSilent()).hasSize(1);
    assertThat(conversation("handler")).isEqualTo("BOT");
    assertThat(conversation("handler_epoch")).isEqualTo("2");
    assertThat(
            pipeline.look(
                "select data ->> 'origin' from audit_event where organization_id = ? and type = 'conversation.returned_to_bot'"))
        .isEqualTo("POLICY");
    assertThat(turns()).as("the person spoke last: nothing is asked").isEqualTo("0");
    assertThat(pipeline.turns.returnSilent()).isEmpty();
  }

  @Test
  void whatTheClientAskedMeanwhileIsAnswered() throws SQLException {
    policy("organization", "AFTER", 2);
    pipeline.apply(Incoming.from(JID, "M-3", "and another question"));
    assertThat(turns()).isEqualTo("0");
    silentFor("3 hours");
    pipeline.turns.returnSilent();
    assertThat(turns()).isEqualTo("1");
  }

  @Test
  void aWordOfThePersonBeginsTheHoursAnew() throws SQLException {
    policy("organization", "AFTER", 2);
    silentFor("3 hours");
    pipeline.apply(Incoming.typedOnThePhone(JID, "M-4", "still here"));
    assertThat(pipeline.turns.returnSilent()).isEmpty();
  }

  @Test
  void aPersonWhoTypesIsNotInterrupted() throws SQLException {
    policy("organization", "AFTER", 2);
    silentFor("3 hours");
    pipeline.prepare(
        "update conversation set typing_at = now() where organization_id = ?",
        pipeline.organization);
    assertThat(pipeline.turns.returnSilent()).isEmpty();
  }

  @Test
  void theChannelsPolicyIsStrongerThanTheOrganizations() throws SQLException {
    policy("organization", "AFTER", 2);
    policy("channel", "NEVER", 2);
    silentFor("3 hours");
    assertThat(pipeline.turns.returnSilent()).isEmpty();
    policy("organization", "NEVER", 2);
    policy("channel", "AFTER", 2);
    assertThat(pipeline.turns.returnSilent()).hasSize(1);
  }

  @Test
  void theNextConversationIsWhosTheClosedOneWas() throws SQLException {
    close("HUMAN");
    pipeline.apply(Incoming.from(JID, "M-5", "me again"));
    assertThat(latest()).isEqualTo("HUMAN");
    pipeline.prepare(
        "update conversation set status = 'CLOSED' where organization_id = ?",
        pipeline.organization);
    close("BOT");
    pipeline.apply(Incoming.from(JID, "M-6", "and again"));
    assertThat(latest()).isEqualTo("BOT");
  }

  private void close(String handler) throws SQLException {
    pipeline.prepare(
        "update conversation set status = 'CLOSED', handler = ? where organization_id = ?",
        handler,
        pipeline.organization);
  }

  private String latest() throws SQLException {
    return pipeline.look(
        "select handler from conversation where organization_id = ? and status <> 'CLOSED'");
  }

  private void policy(String table, String policy, int hours) throws SQLException {
    pipeline.prepare(
        "update %s set return_policy = ?, return_hours = ? where organization_id = ?"
            .formatted(table),
        policy,
        hours,
        pipeline.organization);
  }

  private void silentFor(String time) throws SQLException {
    pipeline.prepare(
        "update conversation set human_at = now() - ?::interval where organization_id = ?",
        time,
        pipeline.organization);
  }

  private String conversation(String column) throws SQLException {
    return pipeline.look("select %s from conversation where organization_id = ?".formatted(column));
  }

  private String turns() throws SQLException {
    return pipeline.look("select count(*) from turn where organization_id = ?");
  }
}
