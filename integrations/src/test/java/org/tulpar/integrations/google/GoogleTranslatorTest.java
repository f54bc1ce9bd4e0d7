package org.tulpar.integrations.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.EngineRig;
import org.tulpar.translation.Translator.Translated;

/** Against a real server that speaks the basic edition's JSON. */
class GoogleTranslatorTest {

  @RegisterExtension final LocalServer server = new LocalServer();
  private final GoogleTranslator engine =
      new GoogleTranslator(server.http(), EngineRig.SETTINGS, Clock.systemUTC());

  private Translated ask(String source) {
    return engine.translate(EngineRig.at(server.uri()), EngineRig.text("Combien ?", source, "ru"));
  }

  @Test
  void theKeyTravelsInAHeaderOnly() throws IOException {
    var key = new AtomicReference<String>();
    server.answering(
        exchange -> {
          key.set(exchange.getRequestHeaders().getFirst("X-Goog-Api-Key"));
          LocalServer.json(
                  200,
                  "{\"data\":{\"translations\":[{\"translatedText\":\"Сколько?\",\"detectedSourceLanguage\":\"fr\"}]}}")
              .give(exchange);
        });
    assertThat(ask(null)).isEqualTo(new Translated.Done("Сколько?", "fr"));
    assertThat(key).hasValue("KEY");
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/language/translate/v2").doesNotContain("KEY");
    var body = new ObjectMapper().readTree(request.body());
    assertThat(body.path("q").asText()).isEqualTo("Combien ?");
    assertThat(body.path("target").asText()).isEqualTo("ru");
    assertThat(body.path("format").asText()).isEqualTo("text");
    assertThat(body.has("source")).isFalse();
  }

  @Test
  void whoNamesTheLanguageIsNotToldIt() {
    server.answering(
        LocalServer.json(200, "{\"data\":{\"translations\":[{\"translatedText\":\"Сколько?\"}]}}"));
    assertThat(ask("fr")).isEqualTo(new Translated.Done("Сколько?", "fr"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, API key not valid. Please pass a valid API key., denied",
    "400, Invalid Value, language",
    "403, dailyLimitExceeded, quota",
    "403, userRateLimitExceeded, busy",
    "403, forbidden, denied",
    "429, , busy",
    "500, , unreachable"
  })
  void troubleIsAResult(int status, String reason, String code) {
    server.answering(
        LocalServer.json(
            status, "{\"error\":{\"errors\":[{\"reason\":\"%s\"}]}}".formatted(reason)));
    assertThat(ask(null))
        .isInstanceOfSatisfying(
            Translated.Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  @Test
  void anAnswerThatIsNoneIsUnreadable() {
    for (var answer : new String[] {"", "[]", "{\"data\":{}}"}) {
      server.answering(LocalServer.json(200, answer));
      assertThat(ask(null)).isEqualTo(new Translated.Unavailable("unreadable"));
    }
  }
}
