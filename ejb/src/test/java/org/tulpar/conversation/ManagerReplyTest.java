package org.tulpar.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ManagerReplyTest {

  @Test
  void a_text_is_sent_without_its_blank_edges_and_without_what_the_database_cannot_store() {
    assertThat(ManagerReply.sendable("  Добрый\u0000 день\n ")).isEqualTo("Добрый день");
  }

  @Test
  void nothing_is_not_sent() {
    assertThatThrownBy(() -> ManagerReply.sendable(" \n\u0000"))
        .isInstanceOfSatisfying(
            ReplyUnsendable.class, e -> assertThat(e.code()).isEqualTo("refused.reply_empty"));
    assertThatThrownBy(() -> ManagerReply.sendable(null)).isInstanceOf(ReplyUnsendable.class);
  }

  @Test
  void a_text_is_measured_in_characters_as_the_reader_sees_them() {
    assertThat(ManagerReply.sendable("🐎".repeat(ManagerReply.LONGEST))).hasSize(8192);
    assertThatThrownBy(() -> ManagerReply.sendable("a".repeat(ManagerReply.LONGEST + 1)))
        .isInstanceOfSatisfying(
            ReplyUnsendable.class, e -> assertThat(e.code()).isEqualTo("refused.reply_too_long"));
  }
}
