package org.tulpar.integrations.deepl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.EngineRig;
import org.tulpar.translation.Translator.Translated;
import org.tulpar.translation.Translator.Wanted;

/** Against a real server that speaks DeepL's JSON. */
class DeepLTranslatorTest {

  private static final String DONE =
      "{\"translations\":[{\"detected_source_language\":\"AR\",\"text\":\"Сколько?\"}]}";

  @RegisterExtension final LocalServer server = new LocalServer();
  private final DeepLTranslator engine =
      new DeepLTranslator(server.http(), EngineRig.SETTINGS, Clock.systemUTC());

  private Translated ask(Wanted wanted) {
    return engine.translate(EngineRig.at(server.uri()), wanted);
  }

  private JsonNode body(int request) throws IOException {
    return new ObjectMapper().readTree(server.requests().get(request).body());
  }

  @Test
  void theTextIsTranslatedAndItsLanguageFound() throws IOException {
    server.answering(LocalServer.json(200, DONE));
    assertThat(ask(EngineRig.text("بكم؟", null, "ru")))
        .isEqualTo(new Translated.Done("Сколько?", "ar"));
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/v2/translate");
    assertThat(request.authorization()).isEqualTo("DeepL-Auth-Key KEY");
    assertThat(body(0).path("text").path(0).asText()).isEqualTo("بكم؟");
    assertThat(body(0).path("target_lang").asText()).isEqualTo("RU");
    assertThat(body(0).has("source_lang")).isFalse();
  }

  @Test
  void englishIsATargetInOneOfItsKinds() throws IOException {
    server.answering(LocalServer.json(200, DONE));
    ask(EngineRig.text("Сколько?", "ru", "en"));
    assertThat(body(0).path("target_lang").asText()).isEqualTo("EN-GB");
    assertThat(body(0).path("source_lang").asText()).isEqualTo("RU");
  }

  @ParameterizedTest
  @CsvSource({
    "403, Denied, denied",
    "456, QuotaSpent, quota",
    "413, Refused, too_long",
    "400, Refused, refused",
    "500, Unavailable, unreachable",
    "503, Unavailable, unreachable"
  })
  void troubleIsAResult(int status, String kind, String code) {
    server.answering(LocalServer.json(status, "{\"message\":\"no\"}"));
    assertThat(ask(EngineRig.text("a", null, "ru")))
        .isInstanceOfSatisfying(
            Translated.Failure.class,
            failure -> {
              assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
              assertThat(failure.code()).isEqualTo(code);
            });
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void tooManyCallsSayHowLongToWait() {
    server.answering(LocalServer.json(429, "{}", "Retry-After", "7"));
    assertThat(ask(EngineRig.text("a", null, "ru")))
        .isEqualTo(new Translated.Busy(Duration.ofSeconds(7)));
  }

  @Test
  void aLanguageThatItDoesNotKnowIsRefusedForGood() {
    server.answering(
        LocalServer.json(400, "{\"message\":\"Value for 'target_lang' not supported.\"}"));
    assertThat(ask(EngineRig.text("a", null, "xx"))).isEqualTo(new Translated.Refused("language"));
  }

  @Test
  void anAnswerThatIsNoneIsUnreadable() {
    for (var answer : new String[] {"", "<html>", "{}", "{\"translations\":[]}"}) {
      server.answering(LocalServer.json(200, answer));
      assertThat(ask(EngineRig.text("a", null, "ru")))
          .isEqualTo(new Translated.Unavailable("unreadable"));
    }
  }

  @Test
  void whoHangsOrIsNotThereIsUnavailable() {
    server.answering(LocalServer.silence());
    var gone = new Translated.Unavailable("unreachable");
    assertThat(ask(EngineRig.text("a", null, "ru"))).isEqualTo(gone);
    var nobody = EngineRig.at(URI.create("http://127.0.0.1:1"));
    assertThat(engine.translate(nobody, EngineRig.text("a", null, "ru"))).isEqualTo(gone);
  }

  @Test
  void anAddressInsideTheNetworkIsRefused() {
    try (var guarded = LocalServer.guardedClient()) {
      var careful = new DeepLTranslator(guarded, EngineRig.SETTINGS, Clock.systemUTC());
      assertThat(careful.translate(EngineRig.at(server.uri()), EngineRig.text("a", null, "ru")))
          .isEqualTo(new Translated.Refused("bad_address"));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void theGlossaryIsMadeOnceAndUsed() throws IOException {
    server.answering(
        exchange -> {
          var list = exchange.getRequestMethod().equals("GET");
          var glossaries = exchange.getRequestURI().getPath().endsWith("/glossaries");
          var made = list ? "{\"glossaries\":[]}" : "{\"glossary_id\":\"G-1\"}";
          LocalServer.json(200, glossaries ? made : DONE).give(exchange);
        });
    var access = EngineRig.at(server.uri());
    var wanted = EngineRig.withTerm("Южный берег", "Южный берег", "South Shore");
    engine.translate(access, wanted);
    engine.translate(access, wanted);
    assertThat(server.requests())
        .extracting(LocalServer.Request::path)
        .containsExactly("/v2/glossaries", "/v2/glossaries", "/v2/translate", "/v2/translate");
    assertThat(body(1).path("entries").asText()).isEqualTo("Южный берег\tSouth Shore");
    assertThat(body(2).path("glossary_id").asText()).isEqualTo("G-1");
    assertThat(body(2).path("context").asText()).isEqualTo("Раньше");
  }

  @Test
  void aPairWithoutGlossariesIsTranslatedWithout() throws IOException {
    server.answering(
        exchange -> {
          var glossaries = exchange.getRequestURI().getPath().endsWith("/glossaries");
          var list = exchange.getRequestMethod().equals("GET");
          LocalServer.json(
                  glossaries && !list ? 400 : 200,
                  glossaries && list ? "{\"glossaries\":[]}" : glossaries ? "{}" : DONE)
              .give(exchange);
        });
    var access = EngineRig.at(server.uri());
    for (int i = 0; i < 2; i++) {
      assertThat(engine.translate(access, EngineRig.withTerm("a", "b", "c")))
          .isInstanceOf(Translated.Done.class);
    }
    assertThat(server.requests()).hasSize(4);
    assertThat(body(2).has("glossary_id")).isFalse();
  }
}
