package org.tulpar.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private static final Instant EARLIER = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final long AIGUL = 1;
  private static final long AIBEK = 2;

  @Test
  void taking_over_from_the_bot_fences_off_what_the_bot_still_has_to_say() {
    var conversation = aConversation(Handler.BOT);

    assertThat(conversation.takeOver(AIGUL, NOW)).isTrue();

    assertThat(conversation.handler()).isEqualTo(Handler.HUMAN);
    assertThat(conversation.handlerEpoch()).isEqualTo(1);
    assertThat(conversation.assigneeId()).isEqualTo(AIGUL);
  }

  @Test
  void taking_over_twice_changes_nothing() {
    var conversation = aConversation(Handler.WAITING_HUMAN);
    conversation.takeOver(AIGUL, NOW);

    assertThat(conversation.takeOver(AIGUL, NOW)).isFalse();

    assertThat(conversation.handlerEpoch()).isEqualTo(1);
  }

  @Test
  void what_a_colleague_has_is_not_taken() {
    var conversation = aConversation(Handler.BOT);
    conversation.takeOver(AIGUL, NOW);

    assertThatThrownBy(() -> conversation.takeOver(AIBEK, NOW))
        .isInstanceOf(ConversationTaken.class);
  }

  @Test
  void what_was_answered_from_the_phone_may_be_taken() {
    var conversation = aConversation(Handler.HUMAN);

    assertThat(conversation.takeOver(AIBEK, NOW)).isTrue();

    assertThat(conversation.assigneeId()).isEqualTo(AIBEK);
  }

  @Test
  void returning_to_the_bot_frees_the_person_and_begins_a_new_epoch() {
    var conversation = aConversation(Handler.BOT);
    conversation.takeOver(AIGUL, NOW);

    assertThat(conversation.returnToBot(NOW)).isTrue();
    assertThat(conversation.returnToBot(NOW)).isFalse();

    assertThat(conversation.handler()).isEqualTo(Handler.BOT);
    assertThat(conversation.handlerEpoch()).isEqualTo(2);
    assertThat(conversation.assigneeId()).isNull();
  }

  @Test
  void an_answer_ends_the_wait() {
    var conversation = aConversation(Handler.WAITING_HUMAN);

    conversation.answered("Здравствуйте!", NOW);

    assertThat(conversation.markRead()).isFalse();
    assertThat(conversation.awaitsAnswer()).isFalse();
  }

  @Test
  void the_preview_of_a_long_answer_does_not_cut_a_character_in_two() {
    var conversation = aConversation(Handler.HUMAN);

    conversation.answered("🐎".repeat(300), NOW);

    assertThat(conversation.lastMessageText()).isEqualTo("🐎".repeat(200));
  }

  private static Conversation aConversation(Handler handler) {
    return new Conversation(7, handler, EARLIER);
  }
}
