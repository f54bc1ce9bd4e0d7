package org.tulpar.conversation.provenance;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;

/** A provenance as it stands in its column. */
public final class ProvenanceJson {

  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private ProvenanceJson() {}

  /** Null for none. */
  public static String write(Provenance provenance) {
    return switch (provenance) {
      case null -> null;
      case Provenance.Rule rule -> rule(rule);
      case Provenance.Agent agent -> agent(agent);
    };
  }

  private static String rule(Provenance.Rule rule) {
    var told = BUILDERS.createObjectBuilder().add("rule", rule.kind());
    if (rule.keyword() != null) {
      told.add("keyword", rule.keyword());
    }
    return told.build().toString();
  }

  private static String agent(Provenance.Agent agent) {
    var told =
        BUILDERS
            .createObjectBuilder()
            .add("agent", agent.agent())
            .add("version", agent.version())
            .add("model", agent.model())
            .add("lines", agent.lines())
            .add("colleagues", agent.colleagues())
            .add("millis", agent.took().toMillis());
    if (agent.tokensIn() != null) {
      told.add("tokensIn", agent.tokensIn());
    }
    if (agent.tokensOut() != null) {
      told.add("tokensOut", agent.tokensOut());
    }
    return told.build().toString();
  }

  /** Null for none. */
  public static Provenance read(String text) {
    if (text == null) {
      return null;
    }
    try (var reader = READERS.createReader(new StringReader(text))) {
      var told = reader.readObject();
      return told.containsKey("rule")
          ? new Provenance.Rule(told.getString("rule"), told.getString("keyword", null))
          : agent(told);
    }
  }

  private static Provenance agent(JsonObject told) {
    return new Provenance.Agent(
        told.getString("agent"),
        told.getInt("version"),
        told.getString("model"),
        told.getInt("lines"),
        told.getBoolean("colleagues"),
        number(told, "tokensIn"),
        number(told, "tokensOut"),
        Duration.ofMillis(told.getJsonNumber("millis").longValue()));
  }

  private static Integer number(JsonObject told, String name) {
    return told.containsKey(name) ? told.getInt(name) : null;
  }
}
