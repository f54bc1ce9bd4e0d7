package org.tulpar.bench.large;

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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's browser without its screen: one session, one request after the other, each answer read
 * to its end; an answer other than the one that was asked for is an exception.
 */
final class Visitor {

  /** What a page took, and how large it was. */
  record Answer(double millis, int bytes, String body) {}

  private static final int OK = 200;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

  private final String url;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .build();

  Visitor(String url) {
    this.url = url;
  }

  void signIn(String login, String password) throws IOException, InterruptedException {
    var form = new LinkedHashMap<String, String>();
    form.put("login", "login");
    form.put("user", login);
    form.put("password", password);
    form.put("submit", "");
    form.put("jakarta.faces.ViewState", state(send(get("/login")).body()));
    var answer = send(post("/login", form));
    if (answer.uri().getPath().startsWith("/login")) {
      throw new IOException(login + " was not let in");
    }
  }

  Answer page(String path) throws IOException, InterruptedException {
    var begun = System.nanoTime();
    var answer = send(get(path));
    var took = (System.nanoTime() - begun) / 1e6;
    var there = answer.uri().getPath();
    if (answer.statusCode() != OK || !there.equals(URI.create(path).getPath())) {
      throw new IOException("%s answers %d at %s".formatted(path, answer.statusCode(), there));
    }
    return new Answer(took, answer.body().getBytes(StandardCharsets.UTF_8).length, answer.body());
  }

  /**
   * What a script of the page asks for: the partial request behind one of its remote commands.
   *
   * @param page a page that was read before, with its state
   */
  Answer partial(String path, Answer page, String command, Map<String, String> parameters)
      throws IOException, InterruptedException {
    var source =
        find("\\b" + command + "\\s*=\\s*function\\s*\\(\\)\\s*\\{.*?[{,]s:\"([^\"]+)\"", page);
    var form = source.substring(0, source.indexOf(':'));
    var fields = new LinkedHashMap<String, String>();
    fields.put("jakarta.faces.partial.ajax", "true");
    fields.put("jakarta.faces.source", source);
    fields.put("jakarta.faces.partial.execute", "@all");
    fields.put("jakarta.faces.partial.render", form + ":fresh");
    fields.put(source, source);
    fields.put(form, form);
    fields.putAll(parameters);
    fields.put("primefaces.nonce", found(NONCE, page, "nonce"));
    fields.put("jakarta.faces.ViewState", state(page.body()));
    var begun = System.nanoTime();
    var answer = send(post(path, fields));
    var took = (System.nanoTime() - begun) / 1e6;
    if (answer.statusCode() != OK || !answer.body().endsWith("</partial-response>")) {
      throw new IOException(command + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return new Answer(took, answer.body().getBytes(StandardCharsets.UTF_8).length, answer.body());
  }

  private static String find(String pattern, Answer page) throws IOException {
    return found(Pattern.compile(pattern, Pattern.DOTALL), page, pattern);
  }

  private static String found(Pattern pattern, Answer page, String what) throws IOException {
    Matcher found = pattern.matcher(page.body());
    if (!found.find()) {
      throw new IOException("the page has no " + what);
    }
    return found.group(1);
  }

  private static String state(String body) throws IOException {
    return found(STATE, new Answer(0, 0, body), "state");
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT).build();
  }

  private HttpRequest post(String path, Map<String, String> form) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(LIMIT)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", url)
        .header("Faces-Request", form.containsKey("jakarta.faces.source") ? "partial/ajax" : "none")
        .POST(
            BodyPublishers.ofString(
                form.entrySet().stream()
                    .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                    .collect(Collectors.joining("&"))))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
