package org.tulpar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.agent.LanguageModel.Speaker;

class ResponderTest {

  private static final Line ASKED = new Line(Speaker.CLIENT, "is it 500?");

  @Test
  void the_model_is_told_what_a_person_has_said() {
    var question =
        new Question(
            null, "is it 500?", List.of(new Line(Speaker.COLLEAGUE, "for you it is 450"), ASKED));
    assertThat(Responder.briefed("Be brief.", question))
        .startsWith("Be brief.")
        .contains("- for you it is 450")
        .doesNotContain("is it 500?");
  }

  @Test
  void without_a_person_the_prompt_is_the_organizations() {
    var question = new Question(null, "?", List.of(new Line(Speaker.US, "hello"), ASKED));
    assertThat(Responder.briefed("Be brief.", question)).isEqualTo("Be brief.");
  }
}
