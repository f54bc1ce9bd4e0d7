package org.tulpar.translation.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.translation.fidelity.Finding.Kind;

/** Names, terms, places and bounds; figures have their corpus. */
class FidelityTest {

  private static final Term SHORE =
      new Term(Map.of("ru", "Южный берег", "en", "South Shore", "ar", "الشاطئ الجنوبي"), false);
  private static final Term BRAND = new Term(Map.of("ru", "Steppe Water"), true);

  private static List<Finding> compare(String from, String source, String to, String target) {
    return Fidelity.compare(
        new Words(source, from), new Words(target, to), List.of(SHORE, BRAND), List.of());
  }

  @Test
  void aTermIsCalledAsAgreedWhateverItsEnding() {
    assertThat(compare("ru", "Едем на Южном берегу", "en", "We go to the South Shore")).isEmpty();
    assertThat(compare("ru", "Едем на Южном берегу", "en", "We go to the southern coast"))
        .extracting(Finding::kind, Finding::before)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.TERM, "South Shore"));
    assertThat(compare("ar", "نريد جولة إلى الشاطئ الجنوبي", "ru", "Хотим тур на Южный берег"))
        .isEmpty();
    assertThat(compare("ar", "نريد جولة إلى الشاطئ الجنوبي", "ru", "Хотим тур на северный берег"))
        .isNotEmpty();
  }

  @Test
  void aKeptTermIsNotTranslated() {
    assertThat(compare("ru", "Это Steppe Water", "en", "This is Steppe Water")).isEmpty();
    assertThat(compare("ru", "Это Steppe Water", "en", "This is Water of the Plain")).isNotEmpty();
  }

  @Test
  void aTermWithoutAFormInTheLanguageIsNotMissed() {
    assertThat(compare("ru", "Южный берег", "de", "Die Südküste")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Фатима, ru, Здравствуйте Фатима, en, Hello Fatima",
    "Фатима, ru, Напишите Фатиме, ar, اكتب إلى فاطمة",
    "Айгуль, ru, Это Айгуль, ar, أنا آيغول",
    "Aigul, en, Ask Aigul, ru, Спросите Айгуль",
    "Айбек Токтогулов, ru, Вас ждёт Айбек, de, Aibek wartet auf Sie",
    "Mohammed, en, Mohammed is waiting, ar, محمد ينتظر"
  })
  void aNameIsHeardInAnotherScript(
      String name, String from, String source, String to, String target) {
    var clean =
        Fidelity.compare(new Words(source, from), new Words(target, to), List.of(), List.of(name));
    assertThat(clean).isEmpty();
    var other = "ar".equals(to) ? "السيد كريم هنا" : "ru".equals(to) ? "Здесь Марина" : "Dear Nora";
    assertThat(
            Fidelity.compare(
                new Words(source, from), new Words(other, to), List.of(), List.of(name)))
        .extracting(Finding::kind)
        .contains(Kind.NAME);
  }

  @Test
  void theChangedPlaceIsKnown() {
    var finding = compare("ru", "Цена ٨٤ доллара", "en", "The price is $94").getFirst();
    assertThat(finding).isEqualTo(new Finding(Kind.PRICE, "٨٤ доллара", 5, 15, "$94", 13));
  }

  @Test
  void thePlaceOfWhatWasLostIsKnownWhateverItIs() {
    var text = "Встретит Айгуль, отель Hilton, +996 555 123456 и tulpar.kg";
    var lost =
        Fidelity.compare(
            new Words(text, "ru"),
            new Words("Somebody will meet you", "en"),
            List.of(),
            List.of("Айгуль"));
    assertThat(lost)
        .extracting(finding -> finding.kind() + " " + text.substring(finding.from(), finding.to()))
        .containsExactlyInAnyOrder(
            "NAME Айгуль", "NAME Hilton", "PHONE +996 555 123456", "LINK tulpar.kg");
  }

  @Test
  void aTermIsMarkedAsTheSourceHasIt() {
    var text = "Ночь в юрте у озера";
    var term = new Term(Map.of("ru", "юрта", "en", "yurt"), false);
    var lost =
        Fidelity.compare(
            new Words(text, "ru"),
            new Words("A night by the lake", "en"),
            List.of(term),
            List.of());
    assertThat(lost)
        .singleElement()
        .satisfies(
            finding -> assertThat(text.substring(finding.from(), finding.to())).isEqualTo("юрте"));
  }

  @Test
  void aLanguageWithoutWordsIsReadWithAllOfThem() {
    assertThat(compare("kk", "12 шілде, 500 USD", null, "12.07, $500")).isNotEmpty();
    assertThat(compare("kk", "500 USD, 14:00", "ru", "500 долларов, 14:00")).isEmpty();
    assertThat(compare(null, "500 dollars", "ru", "500 евро")).isNotEmpty();
  }

  @Test
  void aHostileTextTakesNoMinutes() {
    var source = "1 a ".repeat(1000);
    assertThat(compare("ru", source, "en", source)).isEmpty();
    assertThat(compare("ru", source, "en", "2 b ".repeat(1000))).hasSize(1000);
    assertThat(compare("ru", "-,.1".repeat(1000), "en", "+".repeat(4000))).isNotEmpty();
  }

  @Test
  void aTextWithoutFactsHasNoneToLose() {
    assertThat(compare("ru", "", "en", "")).isEmpty();
    assertThat(compare("ru", "Спасибо большое!", "en", "Thank you so much!")).isEmpty();
  }
}
