package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.tulpar.simulator.http.Json;

/** The instances by name; a name is taken once. */
public final class Instances {

  private static final Set<String> INTEGRATIONS =
      Set.of("WHATSAPP-BAILEYS", "WHATSAPP-BUSINESS", "EVOLUTION");

  private final Map<String, Instance> byName = new ConcurrentSkipListMap<>();
  private final Clock clock;

  public Instances(Clock clock) {
    this.clock = clock;
  }

  /** The instance, or the gateway's 404. */
  public Instance get(String name) {
    return find(name)
        .orElseThrow(
            () -> EvolutionErrors.notFound("The \"" + name + "\" instance does not exist"));
  }

  public Optional<Instance> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Collection<Instance> all() {
    return byName.values();
  }

  /** Creates an instance from the body of {@code /instance/create}. */
  Instance create(JsonNode body) {
    var name = body.path("instanceName").asText("");
    if (name.isBlank()) {
      throw EvolutionErrors.invalid("instance requires property \"instanceName\"");
    }
    if (!INTEGRATIONS.contains(body.path("integration").asText())) {
      throw EvolutionErrors.badRequest("Invalid integration");
    }
    if (body.has("webhook") && !body.path("webhook").has("events")) {
      throw EvolutionErrors.badRequest("Cannot read properties of undefined (reading 'length')");
    }
    var instance =
        new Instance(
            name,
            body.path("token").asText(""),
            body.path("integration").asText(),
            body.path("number").asText(""),
            clock.instant());
    if (byName.putIfAbsent(name, instance) != null) {
      throw EvolutionErrors.problem(
          403, "Forbidden", Json.array().add("This name \"" + name + "\" is already in use."));
    }
    return instance;
  }

  /** The instance; an unknown one appears, already connected. */
  public Instance getOrConnect(String name) {
    return byName.computeIfAbsent(
        name,
        unknown -> {
          var instance = new Instance(unknown, "", "WHATSAPP-BAILEYS", "", clock.instant());
          instance.state(LinkState.OPEN);
          return instance;
        });
  }

  void remove(String name) {
    byName.remove(name);
  }
}
