package org.tulpar.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tulpar.simulator.evolution.Attempt;
import org.tulpar.simulator.evolution.Gateway;
import org.tulpar.simulator.evolution.Instance;
import org.tulpar.simulator.evolution.Instances;
import org.tulpar.simulator.evolution.Letter;
import org.tulpar.simulator.evolution.Posting;
import org.tulpar.simulator.evolution.Webhooks;
import org.tulpar.simulator.faults.Faults;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.history.SentLog;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.PlainSurface;
import org.tulpar.simulator.http.Router;
import org.tulpar.simulator.messenger.Messengers;
import org.tulpar.simulator.messenger.Written;

/** Orders of tests and of the page. */
public final class ControlRoutes {

  private static final int PATIENCE_SECONDS = 35;
  private static final long PAIRING_MILLIS = 1_000;

  private final Instances instances;
  private final Gateway gateway;
  private final Webhooks webhooks;
  private final Faults faults;
  private final SentLog sent;
  private final Messengers messengers;
  private final FileShelf shelf;

  public ControlRoutes(
      Instances instances,
      Gateway gateway,
      Webhooks webhooks,
      Faults faults,
      SentLog sent,
      Messengers messengers,
      FileShelf shelf) {
    this.shelf = shelf;
    this.instances = instances;
    this.gateway = gateway;
    this.webhooks = webhooks;
    this.faults = faults;
    this.sent = sent;
    this.messengers = messengers;
  }

  public void on(Router router) {
    var plain = new PlainSurface();
    router.on(plain, "GET", "/sent", this::sent);
    router.on(plain, "DELETE", "/sent", this::clearSent);
    router.on(plain, "POST", "/control/customer", this::customer);
    router.on(plain, "POST", "/control/written", this::written);
    router.on(plain, "POST", "/control/change", this::change);
    router.on(plain, "POST", "/control/scan", this::scan);
    router.on(plain, "POST", "/control/code", this::code);
    router.on(plain, "POST", "/control/link", this::link);
    router.on(plain, "POST", "/control/replay", this::replay);
    router.on(plain, "POST", "/control/instances", this::present);
    router.on(plain, "GET", "/control/instances", this::list);
    router.on(plain, "POST", "/control/accounts", this::connect);
    router.on(plain, "POST", "/control/keys", this::declare);
    router.on(plain, "POST", "/control/faults", this::addFault);
    router.on(plain, "GET", "/control/faults", exchange -> exchange.answer(200, faults.list()));
    router.on(plain, "DELETE", "/control/faults", this::clearFaults);
  }

  private void sent(Exchange exchange) throws IOException {
    try (var out = exchange.stream("application/json; charset=utf-8")) {
      sent.write(exchange.query("instance").orElse(null), out);
    }
  }

  private void clearSent(Exchange exchange) throws IOException {
    sent.clear();
    exchange.answer(200, Json.object().put("cleared", true));
  }

  private void customer(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    var body = exchange.json();
    var account = messengers.find(body.path("instance").asText(""));
    if (account.isPresent()) {
      var written = Written.of(body, shelf);
      var attempt = first(messengers.pass(account.get(), written));
      exchange.answer(200, told(attempt).put("id", written.id()));
      return;
    }
    var instance = known(body);
    var letter = Letter.of(instance.name(), body, shelf);
    var attempt = first(gateway.pass(instance, letter));
    exchange.answer(200, told(attempt).put("id", letter.id()));
  }

  /** Whoever posts the webhooks himself tells what stands in the chats: a gateway keeps it all. */
  private void written(Exchange exchange) throws IOException, MalformedJson {
    var body = exchange.json();
    gateway.keep(known(body), webhook(body).path("data"));
    exchange.answer(200, Json.object().put("kept", true));
  }

  /** The customer reacts to a message, edits or deletes it. */
  private void change(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    var body = exchange.json();
    var account = messengers.find(body.path("instance").asText(""));
    var posting =
        account.isPresent()
            ? messengers.change(account.get(), body)
            : gateway.change(known(body), body);
    exchange.answer(200, told(first(posting)));
  }

  /** The phone is held in front of the code; {@code pairingMs} later it is connected. */
  private void scan(Exchange exchange) throws IOException, MalformedJson {
    var body = exchange.json();
    var pairing = Duration.ofMillis(body.path("pairingMs").asLong(PAIRING_MILLIS));
    if (!gateway.scan(known(body), pairing)) {
      throw PlainSurface.problem(409, "there is no code to scan");
    }
    exchange.answer(200, Json.object().put("scanned", true));
  }

  /** The code has lived its time. */
  private void code(Exchange exchange) throws IOException, MalformedJson {
    if (!gateway.renew(known(exchange.json()))) {
      throw PlainSurface.problem(409, "there is no code to renew");
    }
    exchange.answer(200, Json.object().put("renewed", true));
  }

  /** The connection of the phone breaks or comes back, without anybody's doing. */
  private void link(Exchange exchange) throws IOException, MalformedJson {
    var body = exchange.json();
    var instance = known(body);
    gateway.turn(instance, body.path("open").asBoolean());
    exchange.answer(200, row(instance));
  }

  private void replay(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    var body = exchange.json();
    var attempt = first(webhooks.replay(known(body), webhook(body)));
    exchange.answer(200, told(attempt));
  }

  private static JsonNode webhook(JsonNode order) {
    if (!order.path("body").isObject()) {
      throw PlainSurface.problem(400, "body is missing: the webhook as an object");
    }
    return order.path("body");
  }

  private Instance known(JsonNode body) {
    var name = body.path("instance").asText("");
    return instances
        .find(name)
        .orElseThrow(() -> PlainSurface.problem(404, "there is no instance \"" + name + "\""));
  }

  private static Attempt first(Posting posting) throws InterruptedException {
    try {
      return posting.first().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw PlainSurface.problem(504, "the webhook did not answer in " + PATIENCE_SECONDS + " s");
    }
  }

  private static ObjectNode told(Attempt attempt) {
    return Json.object()
        .put("webhookStatus", attempt.status())
        .put("ms", attempt.millis())
        .put("error", attempt.error());
  }

  private void present(Exchange exchange) throws IOException, MalformedJson {
    var body = exchange.json();
    var name = body.path("instance").asText("");
    if (name.isBlank()) {
      throw PlainSurface.problem(400, "instance is missing");
    }
    var instance = instances.getOrConnect(name);
    instance.present(body.path("title").asText(""), body.path("crmUrl").asText(""));
    exchange.answer(200, row(instance));
  }

  /** Connects an account of a messenger beside Evolution's, as its own setup page would. */
  private void connect(Exchange exchange) throws IOException, MalformedJson {
    exchange.answer(200, messengers.connect(exchange.json()).row());
  }

  /** An account comes to be at its provider, or gets another key; nobody has connected it yet. */
  private void declare(Exchange exchange) throws IOException, MalformedJson {
    messengers.keys().declare(exchange.json());
    exchange.answer(200, Json.object().put("declared", true));
  }

  private void list(Exchange exchange) throws IOException {
    var rows = Json.array();
    instances.all().forEach(instance -> rows.add(row(instance)));
    messengers.all().forEach(account -> rows.add(account.row()));
    exchange.answer(200, rows);
  }

  private static ObjectNode row(Instance instance) {
    return Json.object()
        .put("instance", instance.name())
        .put("title", instance.title())
        .put("crmUrl", instance.crmUrl())
        .put("state", instance.state().word())
        .put("code", instance.waits());
  }

  private void addFault(Exchange exchange) throws IOException, MalformedJson {
    exchange.answer(201, faults.add(exchange.json()));
  }

  private void clearFaults(Exchange exchange) throws IOException {
    faults.clear();
    exchange.answer(200, Json.array());
  }
}
