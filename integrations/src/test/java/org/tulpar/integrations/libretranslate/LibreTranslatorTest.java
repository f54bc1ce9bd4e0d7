package org.tulpar.integrations.libretranslate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.EngineRig;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.translation.EngineAccess;
import org.tulpar.translation.Translator.Translated;

/** Against a real server that speaks LibreTranslate's JSON. */
class LibreTranslatorTest {

  private static final String DONE =
      "{\"translatedText\":\"Сколько?\",\"detectedLanguage\":{\"confidence\":90,\"language\":\"es\"}}";

  @RegisterExtension final LocalServer server = new LocalServer();
  private final LibreTranslator engine =
      new LibreTranslator(server.http(), EngineRig.SETTINGS, Clock.systemUTC());

  @Test
  void theLanguageIsFoundByTheEngine() throws IOException {
    server.answering(LocalServer.json(200, DONE));
    assertThat(
            engine.translate(
                EngineRig.at(server.uri()), EngineRig.text("¿Cuánto cuesta?", null, "ru")))
        .isEqualTo(new Translated.Done("Сколько?", "es"));
    var body = new ObjectMapper().readTree(server.requests().getFirst().body());
    assertThat(body.path("source").asText()).isEqualTo("auto");
    assertThat(body.path("api_key").asText()).isEqualTo("KEY");
    assertThat(server.requests().getFirst().path()).isEqualTo("/translate");
  }

  @Test
  void anOwnServerNeedsNoKey() throws IOException {
    server.answering(LocalServer.json(200, "{\"translatedText\":\"Сколько?\"}"));
    var access = new EngineAccess(new OrganizationId(UUID.randomUUID()), server.uri(), "");
    assertThat(engine.translate(access, EngineRig.text("¿Cuánto?", "es", "ru")))
        .isEqualTo(new Translated.Done("Сколько?", "es"));
    var body = new ObjectMapper().readTree(server.requests().getFirst().body());
    assertThat(body.has("api_key")).isFalse();
    assertThat(body.path("source").asText()).isEqualTo("es");
  }

  @ParameterizedTest
  @CsvSource({
    "400, xx is not supported, language",
    "400, Invalid request, refused",
    "400, Please contact the server operator to get an API key, denied",
    "403, Invalid API key, denied",
    "429, Slowdown, busy",
    "500, Cannot translate text, unreachable"
  })
  void troubleIsAResult(int status, String words, String code) {
    server.answering(LocalServer.json(status, "{\"error\":\"%s\"}".formatted(words)));
    assertThat(engine.translate(EngineRig.at(server.uri()), EngineRig.text("a", null, "ru")))
        .isInstanceOfSatisfying(
            Translated.Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
