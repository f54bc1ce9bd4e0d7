package org.tulpar.integrations.wire;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.UnreadablePayload;

/** A payload with each of its values gone, of another type, or of a terrible size. */
public final class Hostile {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<JsonNode> TERRIBLE =
      List.of(
          NODES.nullNode(),
          NODES.numberNode(-1),
          NODES.numberNode(1e300),
          NODES.textNode(""),
          NODES.textNode("\ud800\u0000\u202e<script>"),
          NODES.textNode("9".repeat(5_000)),
          NODES.booleanNode(true),
          NODES.arrayNode(),
          NODES.arrayNode().add(NODES.objectNode()).add(NODES.arrayNode()),
          NODES.objectNode());

  private Hostile() {}

  /** Every variant is read, or refused as unreadable; nothing else may happen. */
  public static void survive(ChannelPayloads payloads, JsonNode body) {
    for (var variant : variants(body)) {
      assertThatCode(
              () -> {
                try {
                  payloads.envelope(Sample.bytes(variant));
                  payloads.read(variant.toString());
                } catch (UnreadablePayload expected) {
                  // The only other answer.
                }
              })
          .as("%s", variant)
          .doesNotThrowAnyException();
    }
  }

  private static List<JsonNode> variants(JsonNode body) {
    var all = new ArrayList<JsonNode>();
    change(body, body, all);
    return all;
  }

  /** Changes one place of the whole after the other and puts it back. */
  private static void change(JsonNode whole, JsonNode part, List<JsonNode> all) {
    switch (part) {
      case ObjectNode object -> {
        for (var name : names(object)) {
          var before = object.get(name);
          each(whole, all, value -> object.set(name, value));
          object.remove(name);
          all.add(whole.deepCopy());
          object.set(name, before);
          change(whole, before, all);
        }
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          var index = i;
          var before = array.get(i);
          each(whole, all, value -> array.set(index, value));
          array.set(i, before);
          change(whole, before, all);
        }
      }
      default -> {}
    }
  }

  private static void each(JsonNode whole, List<JsonNode> all, Consumer<JsonNode> set) {
    for (var value : TERRIBLE) {
      set.accept(value);
      all.add(whole.deepCopy());
    }
  }

  private static List<String> names(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
