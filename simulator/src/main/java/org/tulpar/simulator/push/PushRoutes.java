package org.tulpar.simulator.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.PlainSurface;
import org.tulpar.simulator.http.Router;

/**
 * {@code POST /push/{browser}} is the service; {@code /control/browsers} makes browsers, shows what
 * they were told, and throws them away.
 */
public final class PushRoutes {

  private static final int MOST_BROWSERS = 1000;
  private static final int MOST_NOTICES = 1000;

  /** RFC 8291: what a service has to take. */
  private static final int LONGEST = 4096;

  private record Known(PushedBrowser browser, List<ObjectNode> told) {}

  private final Map<String, Known> browsers = new ConcurrentSkipListMap<>();
  private final String url;
  private final Sender sender;

  /**
   * @param url under which the service is reached
   */
  public PushRoutes(String url, Clock clock) {
    this.url = url;
    this.sender = new Sender(url, clock);
  }

  public void on(Router router) {
    var plain = new PlainSurface();
    router.on(plain, "POST", "/push/{browser}", this::push);
    router.on(plain, "POST", "/control/browsers", this::make);
    router.on(plain, "GET", "/control/browsers/{browser}", this::told);
    router.on(plain, "DELETE", "/control/browsers/{browser}", this::remove);
  }

  private void push(Exchange exchange) throws IOException {
    var known = browsers.get(exchange.variable("browser"));
    if (known == null) {
      throw PlainSurface.problem(410, "There is no such browser any more");
    }
    if (!sender.isProven(exchange.header("Authorization").orElse(""))) {
      throw PlainSurface.problem(403, "The sender is not proven");
    }
    var ttl = exchange.header("TTL").orElse("");
    if (!ttl.matches("\\d+") || exchange.body().length > LONGEST) {
      throw PlainSurface.problem(400, "No TTL, or the message is too long");
    }
    try {
      known.told().add(notice(exchange, known.browser()));
    } catch (GeneralSecurityException e) {
      throw PlainSurface.problem(400, "The browser cannot read this: " + e.getMessage());
    }
    if (known.told().size() > MOST_NOTICES) {
      known.told().removeFirst();
    }
    exchange.answer(201, Json.object());
  }

  private static ObjectNode notice(Exchange exchange, PushedBrowser browser)
      throws IOException, GeneralSecurityException {
    return Json.object()
        .put("ttl", exchange.header("TTL").orElse(""))
        .put("topic", exchange.header("Topic").orElse(""))
        .put("encoding", exchange.header("Content-Encoding").orElse(""))
        .put("words", browser.open(exchange.body()));
  }

  private void make(Exchange exchange) throws IOException, MalformedJson {
    var name = exchange.json().path("name").asText("");
    if (!name.matches("[\\w-]{1,80}") || browsers.size() >= MOST_BROWSERS) {
      throw PlainSurface.problem(400, "A browser needs a name, and there are not too many");
    }
    try {
      var browser = PushedBrowser.fresh();
      browsers.put(name, new Known(browser, new CopyOnWriteArrayList<>()));
      exchange.answer(
          200,
          Json.object()
              .put("endpoint", url + "/push/" + name)
              .put("p256dh", browser.p256dh())
              .put("auth", browser.auth()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  private void told(Exchange exchange) throws IOException {
    var known = browsers.get(exchange.variable("browser"));
    if (known == null) {
      throw PlainSurface.problem(404, "There is no such browser");
    }
    var answer = Json.object();
    known.told().forEach(answer.putArray("notices")::add);
    exchange.answer(200, answer);
  }

  private void remove(Exchange exchange) throws IOException {
    browsers.remove(exchange.variable("browser"));
    exchange.answer(200, Json.object());
  }
}
