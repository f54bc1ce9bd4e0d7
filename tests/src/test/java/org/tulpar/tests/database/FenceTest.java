package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Takeovers, typing, returns and sends at random from several hands. */
class FenceTest {

  private static final int INTERLEAVINGS = 80_000;

  /**
   * How often each kind of act must have had an effect: nothing is proved by what did not happen.
   */
  private static final int FLOOR = 1_000;

  @RegisterExtension final Crowd crowd = new Crowd();

  @Test
  void noSendStartsAfterATakeoverHasCommitted() throws Exception {
    var effects = crowd.interleaved(FenceWitness.REAL, INTERLEAVINGS);
    assertThat(FenceWitness.says()).isNull();
    assertThat(effects)
        .containsKeys(Act.values())
        .allSatisfy((act, n) -> assertThat(n).as(act.name()).isGreaterThan(FLOOR));
    assertThat(crowd.count("status = 'SENT' and author = 'BOT'")).isGreaterThan(FLOOR);
    assertThat(crowd.count("failure_code = 'taken_over'")).isGreaterThan(100);
  }

  /** The claim holds the person up for that long. */
  @Test
  void nobodyTakesOverBeforeTheClaimHasCommitted() throws Exception {
    var conversation = crowd.conversations.getFirst();
    var person = crowd.pipeline().person();
    try (var hand = new Hand(crowd, 1, FenceWitness.REAL)) {
      assertThat(hand.answer(conversation)).isEqualTo(1);
      assertThat(hand.claimed()).hasSize(1);
      assertThatThrownBy(
              () ->
                  crowd.clicks(
                      desk -> {
                        crowd.beImpatient();
                        desk.takeOver(conversation, person);
                      }))
          .rootCause()
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
      hand.commit();
    }
    assertThat(FenceWitness.says()).isNull();
  }
}
