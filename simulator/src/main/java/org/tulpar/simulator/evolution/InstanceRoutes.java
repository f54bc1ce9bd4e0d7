package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Handler;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** {@code /instance/*} and {@code /webhook/*}. */
public final class InstanceRoutes {

  private final Instances instances;
  private final Gateway gateway;
  private final Clock clock;

  public InstanceRoutes(Instances instances, Gateway gateway, Clock clock) {
    this.instances = instances;
    this.gateway = gateway;
    this.clock = clock;
  }

  public void on(Router router) {
    var errors = new EvolutionErrors();
    router.on(errors, "POST", "/instance/create", keyed(this::create));
    router.on(errors, "GET", "/instance/connect/{instance}", keyed(this::connect));
    router.on(errors, "GET", "/instance/connectionState/{instance}", keyed(this::state));
    router.on(errors, "GET", "/instance/fetchInstances", keyed(this::list));
    router.on(errors, "DELETE", "/instance/logout/{instance}", keyed(this::logout));
    router.on(errors, "DELETE", "/instance/delete/{instance}", keyed(this::delete));
    router.on(errors, "POST", "/webhook/set/{instance}", keyed(this::setWebhook));
    router.on(errors, "GET", "/webhook/find/{instance}", keyed(this::findWebhook));
  }

  /** Refuses a request without the header {@code apikey}; any value will do. */
  static Handler keyed(Handler handler) {
    return exchange -> {
      if (exchange.header("apikey").orElse("").isBlank()) {
        throw EvolutionErrors.unauthorized();
      }
      handler.handle(exchange);
    };
  }

  private void create(Exchange exchange) throws IOException, MalformedJson {
    var body = exchange.json();
    var instance = instances.create(body);
    if (body.has("webhook")) {
      instance.webhook(body.path("webhook"), clock.instant());
    }
    gateway.tell(instance, "instance.create", InstanceRows.reference(instance));
    if (body.path("qrcode").asBoolean(false) && instance.state() != LinkState.OPEN) {
      gateway.offer(instance);
    }
    exchange.answer(201, InstanceRows.created(instance));
  }

  private void connect(Exchange exchange) throws IOException {
    var instance = instances.get(exchange.variable("instance"));
    if (instance.state() == LinkState.OPEN) {
      exchange.answer(200, InstanceRows.state(instance));
      return;
    }
    if (instance.code() == null) {
      gateway.offer(instance);
    }
    exchange.answer(200, instance.code().json());
  }

  private void state(Exchange exchange) throws IOException {
    exchange.answer(200, InstanceRows.state(instances.get(exchange.variable("instance"))));
  }

  private void list(Exchange exchange) throws IOException {
    var rows = Json.array();
    var name = exchange.query("instanceName");
    if (name.isPresent() && instances.find(name.get()).isEmpty()) {
      throw EvolutionErrors.notFound("Instance \"" + name.get() + "\" not found");
    }
    for (var instance : instances.all()) {
      if (name.isEmpty() || name.get().equals(instance.name())) {
        rows.add(InstanceRows.row(instance));
      }
    }
    exchange.answer(200, rows);
  }

  private void logout(Exchange exchange) throws IOException {
    var instance = instances.get(exchange.variable("instance"));
    if (instance.state() == LinkState.CLOSE) {
      throw EvolutionErrors.badRequest("The \"" + instance.name() + "\" instance is not connected");
    }
    instance.code(null);
    gateway.link(instance, LinkState.CLOSE, 401);
    gateway.tell(instance, "logout.instance", NullNode.getInstance());
    exchange.answer(200, success("Instance logged out"));
  }

  private void delete(Exchange exchange) throws IOException {
    var instance = instances.get(exchange.variable("instance"));
    gateway.tell(instance, "remove.instance", NullNode.getInstance());
    instances.remove(instance.name());
    exchange.answer(200, success("Instance deleted"));
  }

  private static ObjectNode success(String message) {
    var answer = Json.object().put("status", "SUCCESS").put("error", false);
    answer.putObject("response").put("message", message);
    return answer;
  }

  private void setWebhook(Exchange exchange) throws IOException, MalformedJson {
    var settings = exchange.json().path("webhook");
    if (settings.isMissingNode()) {
      throw EvolutionErrors.invalid("instance requires property \"webhook\"");
    }
    if (!settings.path("events").isArray()) {
      throw EvolutionErrors.failed("Cannot read properties of undefined (reading 'length')");
    }
    var number = 0;
    for (var event : settings.path("events")) {
      if (!EventNames.ALL.contains(event.asText())) {
        var names = String.join(",", EventNames.ALL);
        throw EvolutionErrors.invalid(
            "instance.webhook.events[" + number + "] is not one of enum values: " + names);
      }
      number++;
    }
    var instance = instances.getOrConnect(exchange.variable("instance"));
    exchange.answer(201, instance.webhook(settings, clock.instant()).json(instance.id()));
  }

  private void findWebhook(Exchange exchange) throws IOException {
    var instance = instances.get(exchange.variable("instance"));
    var webhook = instance.webhook();
    exchange.answer(200, webhook == null ? NullNode.getInstance() : webhook.json(instance.id()));
  }
}
