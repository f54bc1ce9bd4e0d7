package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One batch of answers, sends and receipts of two organizations in which everything is called the
 * same: nothing of one comes to the other.
 */
class SharedAnswersTest {

  private static final String CLAIM_TURNS =
      "claim_turns('{30500}', 100, 'w', '1 minute', '{}', '1 minute')";

  @RegisterExtension final Twins twins = new Twins();

  @Test
  void anAnswerGoesToItsOwnAndOnlyWhereTheBotMaySpeak() throws SQLException {
    twins.arrive("M-1", 10, 20, 30, "CLIENT");
    twins.call(CLAIM_TURNS);
    assertThat(twins.call("turn_lines(%s, '{20,20}', 5)".formatted(twins.organizations())))
        .as("lines of one and the other")
        .hasSize(2);
    twins
        .last()
        .prepare(
            "update conversation set handler = 'HUMAN', handler_epoch = 1 where organization_id = ?",
            twins.last().organization);
    twins.call(finishTurns("{0,0}"));
    assertThat(
            twins.ofEach(
                "select string_agg(body, ',') from message where direction = 'OUT' and organization_id = ?"))
        .containsExactly("to the first", null);
    assertThat(twins.ofEach("select answered_up_to from conversation where organization_id = ?"))
        .containsExactly("30", "0");
    assertThat(twins.ofEach("select count(*) from turn where organization_id = ?"))
        .as("both are decided about")
        .containsExactly("0", "0");
  }

  /** The turns have the same conversation's id, and were claimed by one worker. */
  @Test
  void aTurnThatEndsLeavesTheOneOfTheOtherThere() throws SQLException {
    twins.arrive("M-1", 10, 20, 30, "CLIENT");
    twins.call(CLAIM_TURNS);
    twins.call(finishTurns("{0,7}"));
    assertThat(twins.ofEach("select count(*) from turn where organization_id = ?"))
        .as("the second one has grown")
        .containsExactly("0", "1");
    assertThat(
            twins.ofEach(
                "select string_agg(body, ',') from message where direction = 'OUT' and organization_id = ?"))
        .containsExactly("to the first", null);
  }

  @Test
  void aTurnThatGrewIsGivenBackInItsOwnOrganization() throws SQLException {
    twins.arrive("M-1", 10, 20, 30, "CLIENT");
    twins.call(CLAIM_TURNS);
    twins
        .last()
        .prepare(
            "update turn set claimed_by = 'another' where organization_id = ?",
            twins.last().organization);
    twins.call(finishTurns("{7,0}"));
    assertThat(twins.ofEach("select claimed_by from turn where organization_id = ?"))
        .containsExactly(null, "another");
  }

  @Test
  void theFenceAndTheResultsOfSendsAreOfOneOrganization() throws SQLException {
    twins.answered();
    twins
        .last()
        .prepare(
            "update conversation set handler = 'HUMAN', handler_epoch = 1 where organization_id = ?",
            twins.last().organization);
    twins.call("claim_outbox('{30500}', 100, 'w')");
    assertThat(twins.ofEach("select status from message where id = 40 and organization_id = ?"))
        .containsExactly("SENDING", "FAILED");
    assertThat(twins.ofEach("select claimed_by from outbox_message where organization_id = ?"))
        .containsExactly("w", null);
  }

  @Test
  void theSameNameAtTheProviderIsTwoMessages() throws SQLException {
    twins.answered();
    twins.call("claim_outbox('{30500}', 100, 'w')");
    twins.call(
        "mark_outbox('w', %s, '{40,40}', '{now,now}', '{SENT,SENT}', '{E,E}', '{null,null}', '{null,null}', '{null,null}')"
            .formatted(twins.organizations()));
    assertThat(
            twins.ofEach(
                "select status || external_id from message where id = 40 and organization_id = ?"))
        .containsExactly("SENTE", "SENTE");
  }

  @Test
  void whatBecameOfASendIsOfOneOrganization() throws SQLException {
    twins.answered();
    twins.call("claim_outbox('{30500}', 100, 'w')");
    twins.call(
        "mark_outbox('w', %s, '{40,40}', '{now,now}', '{SENT,BACK}', '{E,null}', '{null,null}', '{null,null}', '{null,0}')"
            .formatted(twins.organizations()));
    assertThat(
            twins.ofEach("select external_id from message where id = 40 and organization_id = ?"))
        .containsExactly("E", null);
    assertThat(twins.ofEach("select count(*) from outbox_message where organization_id = ?"))
        .containsExactly("0", "1");
  }

  /** Told apart by their ids, and not even by those. */
  @ParameterizedTest
  @ValueSource(strings = {"{40,41}", "{40,40}"})
  void aReceiptIsOfOneOrganization(String messages) throws SQLException {
    twins.answered(messages);
    twins.call("claim_outbox('{30500}', 100, 'w')");
    twins.call(
        "mark_outbox('w', %s, '%s', '{now,now}', '{SENT,SENT}', '{E,E}', '{null,null}', '{null,null}', '{null,null}')"
            .formatted(twins.organizations(), messages));
    var told =
        twins.call(
            "apply_receipts('{%1$s,%1$s,%2$s,%2$s}', '{E,E,E,other}', '{DELIVERED,READ,DELIVERED,READ}', '{now,now,now,now}', '{null,null,null,null}', '{null,null,null,null}', '{null,null,null,null}', '{null,null,null,null}')"
                .formatted(twins.first().organization, twins.last().organization));
    assertThat(told).as("three changes, and one that belongs to nothing").hasSize(4);
    assertThat(
            twins.ofEach(
                "select status from message where direction = 'OUT' and organization_id = ?"))
        .containsExactly("READ", "DELIVERED");
  }

  private String finishTurns(String revisions) {
    return "finish_turns(%s, '{20,20}', '%s', 'w', '{REPLY,REPLY}', '{to the first,to the second}', '{null,null}', '{null,null}', '{30,30}', '{40,40}')"
        .formatted(twins.organizations(), revisions);
  }
}
