package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One browser asks for many things at once, and is the same person in each of them. */
@ExtendWith(OnTheServer.class)
class SessionIT {

  private static final int AT_ONCE = 8;
  private static final int EACH = 15;
  private static final List<String> PAGES =
      List.of("/inbox", "/settings/channels", "/pipelines", "/clients");
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .build();

  @Test
  void requestsOfOneSessionAtOnceAreAllAdmitted() throws Exception {
    signIn(Demo.read().first().user("ORG_ADMIN"));
    var answers = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<List<Integer>>> visits =
          IntStream.range(0, AT_ONCE)
              .<Callable<List<Integer>>>mapToObj(n -> () -> visit(n))
              .toList();
      for (var visit : threads.invokeAll(visits)) {
        answers.addAll(visit.get());
      }
    }
    assertThat(answers).hasSize(AT_ONCE * EACH).containsOnly(200);
  }

  private List<Integer> visit(int from) throws IOException, InterruptedException {
    var seen = new ArrayList<Integer>();
    for (int i = from; i < from + EACH; i++) {
      seen.add(get(PAGES.get(i % PAGES.size())).statusCode());
    }
    return seen;
  }

  private void signIn(Demo.Account user) throws IOException, InterruptedException {
    var state = STATE.matcher(get("/login").body());
    assertThat(state.find()).isTrue();
    var form =
        Map.of(
            "login", "login",
            "user", user.login(),
            "password", user.password(),
            "submit", "",
            "jakarta.faces.ViewState", state.group(1));
    var answer =
        browser.send(
            request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        form.entrySet().stream()
                            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                            .collect(Collectors.joining("&"))))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.uri().getPath()).isEqualTo("/inbox");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(Installation.TESTED.url() + path));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
