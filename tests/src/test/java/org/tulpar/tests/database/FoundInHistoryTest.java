package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * After a gap the gateway's history tells our own sends like words typed on the phone, and a
 * messenger may refuse afterwards what it has taken.
 */
class FoundInHistoryTest {

  private static final int BOT = 5;

  private Pipeline pipeline;
  private Resolver resolver;
  private long message;

  @BeforeEach
  void prepare() throws Exception {
    pipeline = Pipeline.ofNewOrganization(0);
    resolver = new Resolver(pipeline);
    resolver.arrive(Wire.text("M-1", "hello", 1));
    var conversation =
        Long.parseLong(pipeline.look("select id from conversation where organization_id = ?"));
    message = pipeline.outbox.queue(conversation, BOT);
  }

  @Test
  void aSendOfUnknownFateIsSettledAndNotStoredOnceMore() throws Exception {
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "UNKNOWN", null, null);
    resolver.arrive(Wire.typedOnThePhone("E-9", "words", now()));
    settled();
  }

  @Test
  void neitherIsOneThatAPersonTakesForSent() throws Exception {
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "UNKNOWN", null, null);
    assertThat(pipeline.outbox.decide(message, "ASSUME_SENT", pipeline.person())).isTrue();
    resolver.arrive(Wire.typedOnThePhone("E-9", "words", now()));
    settled();
    resolver.arrive(Wire.typedOnThePhone("E-10", "words", now()));
    assertThat(count("message where direction = 'OUT' and"))
        .as("the next one is typed")
        .isEqualTo(2);
    assertThat(pipeline.look("select handler from conversation where organization_id = ?"))
        .isEqualTo("HUMAN");
  }

  @Test
  void aLaterRefusalIsADeadLetterThatCanBeSentAgain() throws Exception {
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "SENT", "E-9", null);
    resolver.arrive(Wire.receipt("E-9", "ERROR"));
    assertThat(message("status || ' ' || failure_code")).isEqualTo("FAILED refused_by_provider");
    assertThat(count("dead_letter where settlement is null and")).isEqualTo(1);
    assertThat(pipeline.outbox.decide(message, "RESEND", pipeline.person())).isTrue();
    assertThat(pipeline.outbox.claim()).hasSize(1);
  }

  @Test
  void aRefusalThatIsToldTwiceIsOneDeadLetter() throws Exception {
    pipeline.outbox.mark(pipeline.outbox.claim().getFirst(), "SENT", "E-9", null);
    pipeline.receipt("E-9", "FAILED", null);
    assertThat(pipeline.outbox.decide(message, "DISCARD", pipeline.person())).isTrue();
    pipeline.receipt("E-9", "FAILED", null);
    assertThat(count("dead_letter where")).isEqualTo(1);
  }

  private void settled() throws SQLException {
    assertThat(message("status || ' ' || external_id")).isEqualTo("SENT E-9");
    assertThat(count("message where")).isEqualTo(2);
    assertThat(count("outbox_message where")).isZero();
    assertThat(pipeline.look("select handler from conversation where organization_id = ?"))
        .isEqualTo("BOT");
  }

  private static int now() {
    return Math.toIntExact(Instant.now().getEpochSecond() - 1_795_199_000L);
  }

  private String message(String what) throws SQLException {
    return pipeline.look(
        "select %s from message where organization_id = ? and id = %d".formatted(what, message));
  }

  private int count(String what) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from %s organization_id = ?".formatted(what)));
  }
}
