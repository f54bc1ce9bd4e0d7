package org.tulpar.dialogue.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnScriptTest {

  private final TurnScript script = new TurnScript();

  @Test
  void glues_the_messages_that_were_not_answered_yet() {
    script.add(10, "Айгерим", 9, "CLIENT", "TEXT", "раньше", Instant.EPOCH);
    script.add(10, "Айгерим", 11, "BOT", "TEXT", "ответ", Instant.EPOCH);
    script.add(10, "Айгерим", 12, "CLIENT", "TEXT", "Здравствуйте", Instant.EPOCH);
    script.add(10, "Айгерим", 13, "CLIENT", "TEXT", "сколько стоит?", Instant.EPOCH);
    assertThat(script.question().text()).isEqualTo("Здравствуйте\nсколько стоит?");
    assertThat(script.question().dialogue()).hasSize(4);
    assertThat(script.watermark()).isEqualTo(13);
  }

  @Test
  void asks_nothing_when_everything_was_answered() {
    script.add(10, null, 9, "CLIENT", "TEXT", "раньше", Instant.EPOCH);
    assertThat(script.question()).isNull();
  }

  @Test
  void shows_a_file_by_its_kind() {
    script.add(0, null, 1, "CLIENT", "IMAGE", "", Instant.EPOCH);
    script.add(0, null, 2, "CLIENT", "DOCUMENT", "паспорт", Instant.EPOCH);
    assertThat(script.question().text()).isEqualTo("[image]\n[document] паспорт");
  }

  @Test
  void leaves_system_lines_and_reactions_out() {
    script.add(0, null, 1, "SYSTEM", "SYSTEM", "system.handed_over.no_agent", Instant.EPOCH);
    script.add(0, null, 2, "CLIENT", "REACTION", "👍", Instant.EPOCH);
    assertThat(script.question()).isNull();
  }
}
