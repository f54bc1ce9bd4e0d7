package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.database.FenceWitness.AFTER_A_TAKEOVER;
import static org.tulpar.tests.database.FenceWitness.OVER_A_TYPING_PERSON;
import static org.tulpar.tests.database.FenceWitness.PLANTED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A witness that never says anything would be none: the fence with one hole at a time. */
class FenceHolesTest {

  @RegisterExtension final Crowd crowd = new Crowd();

  @Test
  void aClaimThatDoesNotAskWhoMaySpeakIsSeen() throws Exception {
    FenceWitness.plant("regexp_replace(%s, 'may_speak\\([^)]*\\)', 'true', 'g')");
    crowd.interleaved(PLANTED, 2_000);
    assertThat(FenceWitness.says()).contains(AFTER_A_TAKEOVER);
  }

  @Test
  void aClaimThatDoesNotMindWhoTypesIsSeen() throws Exception {
    FenceWitness.plant("regexp_replace(%s, 'keeps_quiet\\([^)]*\\)', 'false', 'g')");
    crowd.interleaved(PLANTED, 2_000);
    assertThat(FenceWitness.says()).isEqualTo(OVER_A_TYPING_PERSON);
  }

  /** It has asked; but nothing keeps the answer true until the commit. */
  @Test
  void aClaimThatLocksNoConversationIsSeen() throws Exception {
    FenceWitness.plant("replace(%s, 'for share of v', '')");
    var conversation = crowd.conversations.getFirst();
    try (var hand = new Hand(crowd, 1, PLANTED)) {
      assertThat(hand.answer(conversation)).isEqualTo(1);
      assertThat(hand.claimed()).hasSize(1);
      assertThat(hand.act(Act.TAKE_OVER, conversation)).isEqualTo(1);
      hand.commit();
    }
    assertThat(FenceWitness.says()).isEqualTo(AFTER_A_TAKEOVER);
  }
}
