package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonePageTest {

  private Outside outside;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    outside = Outside.connected();
  }

  @AfterEach
  void close() {
    outside.close();
  }

  private Outside.Answer page(String language) throws IOException, InterruptedException {
    var request =
        outside.bare("/").header("Accept", "text/html").header("Accept-Language", language);
    return outside.send(request.GET());
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU, Попробуйте как клиент",
    "ky, Попробуйте как клиент",
    "en-GB, Try it as a customer",
    "???, Try it as a customer"
  })
  void speaksTheReadersLanguage(String language, String heading)
      throws IOException, InterruptedException {
    var answer = page(language);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains(heading).doesNotContain("{{");
  }

  @Test
  void runsNothingFromElsewhereOrInline() throws IOException, InterruptedException {
    var answer = page("en");
    var policy = answer.raw().headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe");
    assertThat(answer.text()).doesNotContain("style=").doesNotContainPattern("\\son\\w+=");
    for (var file : new String[] {"tokens.css", "phone.css", "theme.js", "phone.js", "icon.svg"}) {
      assertThat(outside.get("/phone/" + file).status()).isEqualTo(200);
    }
    assertThat(outside.get("/phone/texts_ru.properties").status()).isEqualTo(404);
    assertThat(outside.get("/phone/..%2Fphone.html").status()).isEqualTo(404);
  }

  @Test
  void readsOnlyWhileThePageIsOpen() throws IOException, InterruptedException {
    outside.sendText("до страницы");
    outside.application.next("messages.update");
    outside.application.next("messages.update");
    var url =
        "http://127.0.0.1:" + outside.port() + "/phone/events?instance=wa-1&number=77015550101";
    try (var client = HttpClient.newHttpClient()) {
      var stream =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofLines());
      var read = outside.application.next("messages.update").body().path("data");
      assertThat(read.path("status").asText()).isEqualTo("READ");
      try (var lines = stream.body()) {
        assertThat(lines.skip(1).findFirst().orElseThrow())
            .contains("до страницы")
            .contains("\"journal\"");
      }
      client.shutdownNow();
    }
  }
}
