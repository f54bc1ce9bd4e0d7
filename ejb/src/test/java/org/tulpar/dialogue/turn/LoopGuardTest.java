package org.tulpar.dialogue.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Machines are recognized, people are not taken for them. */
class LoopGuardTest {

  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final String LONG =
      "Спасибо за обращение! Наш менеджер ответит вам в рабочее время, №";

  private final LoopGuard guard = new LoopGuard(10, Duration.ofMinutes(2), 4);
  private final List<Said> lines = new ArrayList<>();
  private Instant now = START;

  @Test
  void answers_in_a_pace_nobody_talks_in_are_a_loop() {
    for (int i = 0; i < 9; i++) {
      exchange(Duration.ofSeconds(8), "ответ номер " + i);
    }
    assertThat(trips()).isFalse();
    exchange(Duration.ofSeconds(8), "ещё один ответ");
    assertThat(trips()).isTrue();
  }

  @Test
  void a_lively_talk_with_a_person_is_none() {
    for (int i = 0; i < 12; i++) {
      exchange(Duration.ofSeconds(20), "а сколько стоит вариант " + i);
    }
    assertThat(trips()).isFalse();
  }

  @Test
  void the_same_words_after_every_answer_are_a_loop_however_slow() {
    for (int i = 0; i < 3; i++) {
      exchange(Duration.ofMinutes(10), "Здравствуйте! Вы написали в компанию.");
    }
    assertThat(trips()).isFalse();
    exchange(Duration.ofMinutes(10), "здравствуйте! Вы написали в компанию. ");
    assertThat(trips()).isTrue();
  }

  @Test
  void short_words_may_be_repeated() {
    for (int i = 0; i < 8; i++) {
      exchange(Duration.ofMinutes(1), "да");
    }
    assertThat(trips()).isFalse();
  }

  @Test
  void a_burst_of_the_same_words_is_impatience_and_no_loop() {
    for (int i = 0; i < 6; i++) {
      say(Said.By.CLIENT, Duration.ofSeconds(3), "Есть кто-нибудь живой?");
    }
    assertThat(trips()).isFalse();
  }

  @Test
  void long_answers_faster_than_people_type_are_a_loop() {
    for (int i = 0; i < 5; i++) {
      say(Said.By.CLIENT, Duration.ofSeconds(1), LONG + i);
      say(Said.By.BOT, Duration.ofMinutes(1), "ответ " + i);
    }
    assertThat(trips()).as("four in a row").isFalse();
    say(Said.By.CLIENT, Duration.ofSeconds(1), LONG + 5);
    assertThat(trips()).as("five in a row").isTrue();
  }

  @Test
  void long_answers_typed_by_a_person_are_none() {
    for (int i = 0; i < 8; i++) {
      say(Said.By.CLIENT, Duration.ofSeconds(15), LONG + i);
      say(Said.By.BOT, Duration.ofMinutes(1), "ответ " + i);
    }
    assertThat(trips()).isFalse();
  }

  @Test
  void what_lies_before_a_person_s_words_does_not_count() {
    for (int i = 0; i < 10; i++) {
      exchange(Duration.ofSeconds(8), "ответ номер " + i);
    }
    say(Said.By.PERSON, Duration.ofSeconds(5), "Добрый день, это менеджер");
    say(Said.By.CLIENT, Duration.ofSeconds(5), "хорошо");
    assertThat(trips()).isFalse();
  }

  @Test
  void what_lies_before_the_bot_got_the_conversation_back_does_not_count() {
    for (int i = 0; i < 10; i++) {
      exchange(Duration.ofSeconds(8), "ответ номер " + i);
    }
    assertThat(guard.trips(lines, now.plusSeconds(1))).isFalse();
  }

  private boolean trips() {
    return guard.trips(lines, Instant.EPOCH);
  }

  private void exchange(Duration each, String text) {
    say(Said.By.CLIENT, each, text);
    say(Said.By.BOT, Duration.ofSeconds(2), "ответ бота");
  }

  private void say(Said.By by, Duration after, String text) {
    now = now.plus(after);
    lines.add(new Said(by, text, now));
  }
}
