package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** The lines and the hooks of a company at Chat2Desk, as its token shows them. */
final class Chat2DeskSetup {

  private record Hook(long id, String line, JsonNode told) {}

  private final Map<Long, Hook> hooks = new ConcurrentSkipListMap<>();
  private final AtomicLong numbers = new AtomicLong(1);
  private final Messengers messengers;
  private final Chat2DeskRoutes refusals;

  Chat2DeskSetup(Messengers messengers, Chat2DeskRoutes refusals) {
    this.messengers = messengers;
    this.refusals = refusals;
  }

  void on(Router router) {
    router.on(refusals, "GET", "/chat2desk/v1/channels", this::lines);
    router.on(refusals, "GET", "/chat2desk/v1/webhooks", this::list);
    router.on(refusals, "POST", "/chat2desk/v1/webhooks", this::add);
    router.on(refusals, "PUT", "/chat2desk/v1/webhooks/{id}", this::change);
    router.on(refusals, "DELETE", "/chat2desk/v1/webhooks/{id}", this::remove);
  }

  private Keys.Declared opened(Exchange exchange) {
    return messengers
        .keys()
        .of(exchange.header("Authorization").orElse(""))
        .orElseThrow(refusals::unauthorized);
  }

  private void lines(Exchange exchange) throws IOException {
    var line = opened(exchange);
    var answer = Json.object().put("status", "success");
    answer
        .putArray("data")
        .addObject()
        .put("id", Long.parseLong(line.instance()))
        .put("name", line.title());
    exchange.answer(200, answer);
  }

  private void list(Exchange exchange) throws IOException {
    var line = opened(exchange);
    var answer = Json.object().put("status", "success");
    var data = answer.putArray("data");
    hooks.values().stream()
        .filter(hook -> hook.line().equals(line.instance()))
        .forEach(hook -> data.add(row(hook)));
    exchange.answer(200, answer);
  }

  private static ObjectNode row(Hook hook) {
    return ((ObjectNode) hook.told().deepCopy()).put("id", hook.id());
  }

  private void add(Exchange exchange) throws IOException, MalformedJson {
    keep(exchange, numbers.getAndIncrement());
  }

  private void change(Exchange exchange) throws IOException, MalformedJson {
    keep(exchange, Long.parseLong(exchange.variable("id")));
  }

  private void keep(Exchange exchange, long id) throws IOException, MalformedJson {
    var line = opened(exchange);
    var body = exchange.json();
    var hook = new Hook(id, line.instance(), body);
    hooks.put(id, hook);
    messengers.connect(
        new Account(
            messengers.chat2desk,
            line.instance(),
            body.path("url").asText(""),
            "",
            line.title(),
            ""));
    var answer = Json.object().put("status", "success");
    answer.set("data", row(hook));
    exchange.answer(200, answer);
  }

  private void remove(Exchange exchange) throws IOException {
    var line = opened(exchange);
    if (hooks.remove(Long.valueOf(exchange.variable("id"))) != null) {
      messengers.disconnect(line.instance());
    }
    exchange.answer(200, Json.object().put("status", "success"));
  }
}
