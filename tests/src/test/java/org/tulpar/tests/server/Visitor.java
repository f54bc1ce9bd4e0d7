package org.tulpar.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One browser without a screen, with its cookies. */
final class Visitor {

  static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NORMAL).build();

  /** Where she is then. */
  String signIn(Demo.Account user) {
    var state = STATE.matcher(get("/login").body());
    if (!state.find()) {
      throw new IllegalStateException("the page of the sign-in has no state");
    }
    var form =
        Map.of(
            "login",
            "login",
            "user",
            user.login(),
            "password",
            user.password(),
            "remember",
            "on",
            "submit",
            "",
            "jakarta.faces.ViewState",
            state.group(1));
    var posted =
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"))));
    return send(posted.build()).uri().getPath();
  }

  /** The session is gone, who she is is remembered. */
  void comesBack() {
    var store = cookies.getCookieStore();
    store.getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .toList()
        .forEach(cookie -> store.remove(null, cookie));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return browser.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(Installation.TESTED.url() + path));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
