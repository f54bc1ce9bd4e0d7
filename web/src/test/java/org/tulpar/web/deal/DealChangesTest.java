package org.tulpar.web.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tulpar.web.conversation.Reader;

class DealChangesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final ZoneId BISHKEK = ZoneId.of("Asia/Bishkek");
  private static final Reader RU = new Reader(1, Locale.of("ru"), BISHKEK, NOW);
  private static final Reader EN = new Reader(1, Locale.ENGLISH, BISHKEK, NOW);

  @Test
  void eachFieldIsNamedInTheOrderOfTheSheet() {
    var facts =
        Map.of(
            "deal", "5",
            "step.to", "Позвонить",
            "owner.from", "Айгуль",
            "owner.to", "Бакыт",
            "amount.to", "72000.00 KGS");
    assertThat(DealChanges.words(facts, RU))
        .isEqualTo(
            "Сумма: без суммы → 72\u00A0000\u00A0KGS; Ответственный: Айгуль → Бакыт;"
                + " Следующий шаг: нет → Позвонить");
    assertThat(DealChanges.words(facts, EN))
        .isEqualTo(
            "Amount: no amount → 72,000\u00A0KGS; Owner: Айгуль → Бакыт;"
                + " Next step: none → Позвонить");
  }

  @Test
  void whatWasTakenAwayIsNothingInWords() {
    var facts =
        Map.of(
            "amount.from", "10.50 USD", "owner.from", "Aigul", "product.from", "Song-Kul 3 days");
    assertThat(DealChanges.words(facts, EN))
        .isEqualTo(
            "Amount: 10.50\u00A0USD → no amount; Owner: Aigul → Nobody;"
                + " Tour or product: Song-Kul 3 days → none");
  }

  @Test
  void aMomentIsOfTheReadersClock() {
    var facts = Map.of("at.to", "2026-11-23T04:00:00Z");
    assertThat(DealChanges.words(facts, EN))
        .isEqualTo("Until: none → " + EN.exact(Instant.parse("2026-11-23T04:00:00Z")))
        .contains("10:00");
  }

  @Test
  void ofSomethingElseThereIsNothingToSay() {
    assertThat(DealChanges.words(Map.of("deal", "5", "from", "1", "to", "2"), EN)).isEmpty();
  }
}
