package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.database.Outbox.Claimed;
import org.tulpar.tests.database.Turns.Turn;

/**
 * From the turn to the outbox and what comes back: the bot never speaks over a person, nor twice.
 */
class AnswersTest {

  private static final String JID = "77010000002@s.whatsapp.net";
  private static final String HOLD = "90 seconds";
  private static final String OTHER = "node/2";

  private Pipeline pipeline;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
  }

  @Test
  void aTurnThatGrewIsGivenBackUnanswered() throws SQLException {
    var turn = asked("question");
    pipeline.apply(Incoming.from(JID, "M-later", "and another thing"));
    assertThat(pipeline.turns.finish(turn, Pipeline.WORKER, "REPLY", "answer")).isFalse();
    assertThat(count("outbox_message")).isZero();
    var grown = pipeline.turns.claim(Pipeline.WORKER, HOLD).getFirst();
    assertThat(grown.revision()).isGreaterThan(turn.revision());
    assertThat(pipeline.turns.finish(grown, Pipeline.WORKER, "REPLY", "answer to both")).isTrue();
    assertThat(count("outbox_message")).isEqualTo(1);
    assertThat(count("turn")).isZero();
  }

  @Test
  void aTurnIsWorkedOnByOneAtATime() throws SQLException {
    asked("question");
    assertThat(pipeline.turns.claim(OTHER, HOLD)).isEmpty();
  }

  @Test
  void aWorkerThatLostItsClaimDecidesNothing() throws SQLException {
    pipeline.apply(Incoming.from(JID, "M-1", "question"));
    var late = pipeline.turns.claim(Pipeline.WORKER, "-1 seconds").getFirst();
    var taken = pipeline.turns.claim(OTHER, HOLD).getFirst();
    assertThat(pipeline.turns.finish(late, Pipeline.WORKER, "REPLY", "late")).isFalse();
    assertThat(pipeline.turns.finish(taken, OTHER, "REPLY", "in time")).isTrue();
    assertThat(count("outbox_message")).isEqualTo(1);
  }

  @Test
  void aConversationThatAPersonTookIsLeftAlone() throws SQLException {
    var turn = asked("question");
    pipeline.apply(Incoming.typedOnThePhone(JID, "M-2", "I am here"));
    assertThat(pipeline.turns.finish(turn, Pipeline.WORKER, "REPLY", "too late")).isFalse();
    assertThat(count("outbox_message")).isZero();
  }

  @Test
  void handingOverSaysSoAndWaitsForAPerson() throws SQLException {
    var turn = asked("a person, please");
    assertThat(pipeline.turns.finish(turn, Pipeline.WORKER, "HAND_OVER", "a colleague will answer"))
        .isTrue();
    assertThat(conversation("handler")).isEqualTo("WAITING_HUMAN");
    assertThat(pipeline.outbox.claim()).extracting(Claimed::verdict).containsExactly("SEND");
  }

  @Test
  void aTakeoverFencesWhatIsQueued() throws SQLException {
    replied("answer");
    pipeline.apply(Incoming.typedOnThePhone(JID, "M-2", "I am here"));
    assertThat(pipeline.outbox.claim()).extracting(Claimed::verdict).containsExactly("FENCED");
    assertThat(bot("status")).isEqualTo("FAILED");
    assertThat(bot("failure_code")).isEqualTo("taken_over");
    assertThat(count("outbox_message")).isZero();
  }

  @Test
  void aTakeoverThatWasGivenBackStillFencesWhatIsOld() throws SQLException {
    replied("answer");
    pipeline.apply(Incoming.typedOnThePhone(JID, "M-2", "I am here"));
    pipeline.prepare(
        "update conversation set handler = 'BOT' where organization_id = ?", pipeline.organization);
    assertThat(pipeline.outbox.claim()).extracting(Claimed::verdict).containsExactly("FENCED");
  }

  @Test
  void whileAPersonTypesTheBotWaits() throws SQLException {
    replied("answer");
    pipeline.prepare(
        "update conversation set typing_at = now() where organization_id = ?",
        pipeline.organization);
    assertThat(pipeline.outbox.claim()).extracting(Claimed::verdict).containsExactly("HELD");
    assertThat(bot("status")).isEqualTo("QUEUED");
    pipeline.prepare(
        "update conversation set typing_at = now() - interval '1 minute' where organization_id = ?",
        pipeline.organization);
    due();
    assertThat(pipeline.outbox.claim()).extracting(Claimed::verdict).containsExactly("SEND");
  }

  @Test
  void theNextAnswerWaitsForTheOneInFlight() throws SQLException {
    replied("first");
    var first = pipeline.outbox.claim().getFirst();
    replied("second");
    assertThat(pipeline.outbox.claim()).isEmpty();
    pipeline.outbox.mark(first.message(), "RETRY", null, "1 hour");
    assertThat(pipeline.outbox.claim()).as("the first waits for its next try").isEmpty();
    due();
    assertThat(pipeline.outbox.claim()).hasSize(2).first().isEqualTo(first);
  }

  @Test
  void aCrowdOfLaterAnswersDoesNotShutOutTheOneThatWentBack() throws SQLException {
    replied("first");
    var first = pipeline.outbox.claim().getFirst();
    for (int i = 0; i < 101; i++) {
      replied("later " + i);
    }
    pipeline.outbox.mark(first.message(), "BACK", null, "0 seconds");
    assertThat(pipeline.outbox.claim())
        .as("more wait than one claim takes")
        .extracting(Claimed::message)
        .containsExactly(first.message());
  }

  @Test
  void anAnswerIsClaimedOnceByMany() throws Exception {
    replied("answer");
    Callable<List<Claimed>> claim = pipeline.outbox::claim;
    try (var executor = Executors.newFixedThreadPool(6)) {
      int claimed = 0;
      for (var done : executor.invokeAll(java.util.Collections.nCopies(6, claim))) {
        claimed += done.get().size();
      }
      assertThat(claimed).isEqualTo(1);
    }
  }

  @Test
  void anEchoSettlesWhatIsUnknownAndNothingElse() throws SQLException {
    replied("same words");
    var first = pipeline.outbox.claim().getFirst().message();
    pipeline.outbox.mark(first, "UNKNOWN", null, null);
    assertThat(bot("status")).isEqualTo("UNKNOWN");
    assertThat(pipeline.echo(JID, "OTHER", "other words")).isEmpty();
    assertThat(pipeline.echo(JID, "E-1", "same words")).containsExactly(first);
    assertThat(pipeline.echo(JID, "E-1", "same words")).isEmpty();
    assertThat(bot("status")).isEqualTo("SENT");
    assertThat(bot("external_id")).isEqualTo("E-1");
    assertThat(count("outbox_message")).isZero();
    assertThat(conversation("handler")).isEqualTo("BOT");
  }

  @Test
  void anEchoBeforeTheAnswerOfTheGatewayIsOneMessage() throws SQLException {
    replied("answer");
    var message = pipeline.outbox.claim().getFirst().message();
    assertThat(pipeline.echo(JID, "E-1", "answer")).containsExactly(message);
    pipeline.outbox.mark(message, "SENT", "E-1", null);
    assertThat(bot("status")).isEqualTo("SENT");
    assertThat(pipeline.apply(Incoming.typedOnThePhone(JID, "E-1", "answer")))
        .containsExactly(false);
    assertThat(conversation("handler")).isEqualTo("BOT");
  }

  @Test
  void receiptsNeverGoBackwards() throws SQLException {
    replied("answer");
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst().message(), "SENT", "E-1", null);
    assertThat(pipeline.receipt("E-1", "READ")).containsExactly(0);
    pipeline.receipt("E-1", "DELIVERED");
    pipeline.receipt("E-1", "SENT");
    pipeline.receipt("E-1", "FAILED");
    assertThat(bot("status")).isEqualTo("READ");
    assertThat(pipeline.receipt("NOBODY", "READ")).containsExactly(1);
  }

  @Test
  void aReceiptThatReportsFailureAfterSendingFails() throws SQLException {
    replied("answer");
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst().message(), "SENT", "E-1", null);
    pipeline.receipt("E-1", "FAILED");
    assertThat(bot("status")).isEqualTo("FAILED");
  }

  private Turn asked(String question) throws SQLException {
    pipeline.apply(Incoming.from(JID, "M-" + System.nanoTime(), question));
    return pipeline.turns.claim(Pipeline.WORKER, HOLD).getFirst();
  }

  private void replied(String answer) throws SQLException {
    assertThat(pipeline.turns.finish(asked("question"), Pipeline.WORKER, "REPLY", answer)).isTrue();
  }

  private void due() throws SQLException {
    pipeline.prepare(
        "update outbox_message set due_at = now() where organization_id = ?",
        pipeline.organization);
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from %s where organization_id = ?".formatted(table)));
  }

  private String conversation(String column) throws SQLException {
    return pipeline.look("select %s from conversation where organization_id = ?".formatted(column));
  }

  private String bot(String column) throws SQLException {
    return pipeline.look(
        "select %s from message where organization_id = ? and author = 'BOT'".formatted(column));
  }
}
