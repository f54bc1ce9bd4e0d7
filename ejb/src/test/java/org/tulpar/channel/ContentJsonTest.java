package org.tulpar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.MessageContent.Question;

class ContentJsonTest {

  @Test
  void aQuestionIsReadAsItWasWritten() {
    var question = new Question("Когда?\n\"Завтра\"", List.of("Да", "1. Нет"), "Открыть");
    assertThat(ContentJson.question(ContentJson.of(question))).isEqualTo(question);
    assertThat(question.kind()).isEqualTo("QUESTION");
    assertThat(MessageContent.form(question.kind())).as("how it comes back").isEqualTo("TEXT");
  }
}
