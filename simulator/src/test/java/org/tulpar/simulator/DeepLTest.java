package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.simulator.http.Json;

class DeepLTest {

  private Outside outside;

  @BeforeEach
  void open() throws IOException {
    outside = new Outside();
  }

  @AfterEach
  void close() {
    outside.close();
  }

  private Outside.Answer ask(String text, String target, String key)
      throws IOException, InterruptedException {
    var body = Json.object().put("target_lang", target);
    body.putArray("text").add(text);
    return outside.post(
        "/deepl/v2/translate", body.toString(), "Authorization", "DeepL-Auth-Key " + key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "بكم؟ كم سعر الجولة؟ | RU | AR | [ru] بكم؟ Сколько стоит тур?",
        "How much is the tour? | RU | EN | Сколько стоит тур?",
        "Итого 1 324 USD за семью. Спасибо! | AR | RU | المجموع 1 324 دولارا للعائلة. شكرا!",
        "نريد جولة إلى إيسيك كول، ٢ بالغين و٣ أطفال، من ١٢ إلى ١٨ يوليو. | RU | AR | Мы хотим тур на Иссык-Куль, 2 взрослых и 3 детей, 12–18 июля.",
        "Hier ist nichts bekannt und das ist gut. | EN-GB | DE | [en] Hier ist nichts bekannt und das ist gut.",
        "Guten Tag! | DE | DE | Guten Tag!"
      })
  void translatesWhatStandsInTheBookAndMarksTheRest(
      String text, String target, String source, String translation)
      throws IOException, InterruptedException {
    var first = ask(text, target, "any").body().path("translations").path(0);
    assertThat(first.path("detected_source_language").asText()).isEqualTo(source);
    assertThat(first.path("text").asText()).isEqualTo(translation);
  }

  @Test
  void aWrongKeyAndAnUnknownLanguageAreRefused() throws IOException, InterruptedException {
    assertThat(ask("a", "RU", "wrong").status()).isEqualTo(403);
    assertThat(ask("a", "XX", "any").status()).isEqualTo(400);
    assertThat(ask("a", "", "any").text()).contains("target_lang");
    assertThat(outside.post("/deepl/v2/translate", "{").status()).isEqualTo(403);
  }

  @Test
  void aGlossaryIsKeptUnderItsName() throws IOException, InterruptedException {
    var body =
        "{\"name\":\"tours\",\"source_lang\":\"ru\",\"target_lang\":\"en\",\"entries\":\"a\\tb\",\"entries_format\":\"tsv\"}";
    var key = new String[] {"Authorization", "DeepL-Auth-Key any"};
    var made = outside.post("/deepl/v2/glossaries", body, key);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("glossary_id").asText()).isNotEmpty();
  }

  @Test
  void itFailsAsItIsTold() throws IOException, InterruptedException {
    outside.post(
        "/control/faults", "{\"target\":\"translator\",\"mode\":\"status429\",\"times\":1}");
    var busy = ask("a", "RU", "any");
    assertThat(busy.status()).isEqualTo(429);
    assertThat(busy.raw().headers().firstValue("Retry-After")).isPresent();
    assertThat(ask("a", "RU", "any").status()).isEqualTo(200);
  }
}
