package org.tulpar.integrations.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.agent.Completion;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.agent.LanguageModel.Speaker;
import org.tulpar.agent.LanguageModelUnavailable;
import org.tulpar.integrations.http.LocalServer;

/** Against a real server that speaks chat completions. */
class OpenAiLanguageModelTest {

  private static final List<Line> DIALOGUE =
      List.of(
          new Line(Speaker.CLIENT, "Здравствуйте"),
          new Line(Speaker.US, "Добрый день!"),
          new Line(Speaker.CLIENT, "Сколько стоит?"));

  @RegisterExtension final LocalServer server = new LocalServer();

  private OpenAiLanguageModel model(URI at) {
    return new OpenAiLanguageModel(
        server.http(), new ModelSettings(at + "/v1", "sk-test", "small", Duration.ofMillis(700)));
  }

  private static LocalServer.Answer saying(String content) {
    return LocalServer.json(
        200,
        """
        {"id":"1","object":"chat.completion","created":1,"model":"small","choices":[{"index":0,
         "message":{"role":"assistant","content":%s},"finish_reason":"stop"}],
         "usage":{"prompt_tokens":7,"completion_tokens":5,"total_tokens":12}}
        """
            .formatted(content));
  }

  private void unavailable(URI server) {
    assertThatExceptionOfType(LanguageModelUnavailable.class)
        .isThrownBy(() -> model(server).complete("Ты администратор.", DIALOGUE, null));
  }

  @Test
  void the_model_is_asked_with_the_whole_dialogue() throws Exception {
    server.answering(saying("\" От 100 000 тенге. \""));
    assertThat(model(server.uri()).complete("Ты администратор.", DIALOGUE, "big"))
        .isEqualTo(new Completion("От 100 000 тенге.", "small", 7, 5));
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/v1/chat/completions");
    var body = new ObjectMapper().readTree(request.body());
    assertThat(body.get("model").asText()).isEqualTo("big");
    assertThat(body.get("messages").findValuesAsText("role"))
        .containsExactly("system", "user", "assistant", "user");
  }

  @Test
  void a_provider_that_counts_nothing_is_understood() throws Exception {
    server.answering(
        LocalServer.json(
            200, "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Да\"}}]}"));
    assertThat(model(server.uri()).complete("Ты администратор.", DIALOGUE, "big"))
        .isEqualTo(new Completion("Да", "big", null, null));
  }

  @Test
  void an_error_is_not_asked_again() {
    for (int status : new int[] {400, 401, 429, 500, 503}) {
      server.answering(LocalServer.json(status, "{\"error\":{\"message\":\"no\"}}"));
      unavailable(server.uri());
    }
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void a_model_that_hangs_is_given_up_in_time() {
    server.answering(LocalServer.silence());
    var before = System.nanoTime();
    unavailable(server.uri());
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void an_empty_answer_is_no_answer() {
    for (var content : new String[] {"\"\"", "\"  \"", "null"}) {
      server.answering(saying(content));
      unavailable(server.uri());
    }
    for (var body : new String[] {"{}", "{\"choices\":[]}", "", "<html>"}) {
      server.answering(LocalServer.json(200, body));
      unavailable(server.uri());
    }
  }

  @Test
  void a_model_that_is_not_there_is_unavailable() {
    unavailable(URI.create("http://127.0.0.1:1"));
    unavailable(URI.create("http://model.invalid"));
  }
}
