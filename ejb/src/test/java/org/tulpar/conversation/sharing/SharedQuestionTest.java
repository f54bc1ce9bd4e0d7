package org.tulpar.conversation.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedQuestionTest {

  @Test
  void emptyLinesAndBlankEdgesAreNoAnswers() {
    var question =
        SharedQuestion.of(" Когда?\r\nСкажите\u0000 ", "\n Утром \r\n\n Ве  чером\n", "x");
    assertThat(question.question()).isEqualTo("Когда?\nСкажите");
    assertThat(question.answers()).containsExactly("Утром", "Ве чером");
    assertThat(question.text()).isEqualTo("Когда?\nСкажите\n\n1. Утром\n2. Ве чером");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 5, question_empty",
    "1024, 1, 5, ",
    "1025, 1, 5, question_long",
    "5, 0, 5, answers_none",
    "5, 3, 20, ",
    "5, 3, 21, answer_long_20",
    "5, 4, 24, ",
    "5, 4, 25, answer_long_24",
    "5, 10, 24, ",
    "5, 11, 5, answers_many"
  })
  void theMessengersLimitsHold(int asked, int answers, int widest, String reason) {
    var all =
        IntStream.range(0, answers)
            .mapToObj(n -> n + "a".repeat(widest - Integer.toString(n).length()))
            .collect(Collectors.joining("\n"));
    if (reason == null) {
      assertThat(SharedQuestion.of("?".repeat(asked), all, "x").answers()).hasSize(answers);
    } else {
      refused("?".repeat(asked), all, reason);
    }
  }

  @Test
  void twoAnswersThatReadTheSameAreOneTooMany() {
    refused("Когда?", "Утром\nУТРОМ ", "answers_equal");
  }

  @Test
  void nothingTypedIsRefusedToo() {
    refused(null, null, "question_empty");
    refused("?", null, "answers_none");
  }

  private static void refused(String question, String answers, String reason) {
    assertThatThrownBy(() -> SharedQuestion.of(question, answers, "x"))
        .isInstanceOfSatisfying(
            SharingRefused.class, e -> assertThat(e.code()).isEqualTo("refused." + reason));
  }
}
