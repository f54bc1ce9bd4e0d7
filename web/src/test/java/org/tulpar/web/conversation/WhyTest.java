package org.tulpar.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tulpar.agent.ReplyRule;
import org.tulpar.conversation.provenance.Provenance;

class WhyTest {

  private static final Duration TOOK = Duration.ofMillis(1_940);

  private static String words(String language, Provenance provenance) {
    return Why.words(
        provenance, new Reader(1, Locale.of(language), ZoneId.of("UTC"), Instant.EPOCH));
  }

  @ParameterizedTest
  @EnumSource(ReplyRule.Kind.class)
  void every_rule_has_words_in_both_languages(ReplyRule.Kind kind) {
    var rule = new Provenance.Rule(kind.name(), "цена");
    assertThat(words("ru", rule)).startsWith("Сработало правило: ").doesNotContain("{");
    assertThat(words("en", rule)).startsWith("A rule fitted: ").doesNotContain("{");
  }

  @Test
  void a_rule_names_the_word_that_it_fitted() {
    assertThat(words("ru", new Provenance.Rule("KEYWORD", "цена"))).contains("«цена»");
  }

  @Test
  void an_agent_names_its_version_and_model_and_what_it_has_cost() {
    var agent = new Provenance.Agent("Консультант", 1_012, "small", 24, true, 812, 40, TOOK);
    assertThat(words("ru", agent))
        .isEqualTo(
            "Написал агент «Консультант», версия 1012, модель small. Прочитано сообщений диалога:"
                + " 24. Учтено то, что писали ваши коллеги. Токенов: 852, время: 1,9 с.");
    assertThat(words("en", agent))
        .endsWith("What your colleagues wrote was taken into account. Tokens: 852, time: 1.9 s.");
  }

  @Test
  void what_the_provider_has_not_counted_is_not_told() {
    var agent = new Provenance.Agent("Консультант", 1, "small", 1, false, null, null, TOOK);
    assertThat(words("ru", agent)).endsWith("диалога: 1. Время: 1,9 с.").doesNotContain("Токенов");
  }

  @Test
  void nothing_is_said_of_what_nothing_is_known() {
    assertThat(words("ru", null)).isNull();
  }
}
