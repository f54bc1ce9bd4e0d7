package org.tulpar.integrations.evolution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.UnreadablePayload;

/** Whatever comes: an answer in our words, or {@link UnreadablePayload}, and nothing else. */
class HostilePayloadsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OTHER_TYPES =
      List.of(
          "null",
          "true",
          "-1",
          "1e99",
          "12345678901234567890123",
          "\"\"",
          "\"\\u0000\\ud800\"",
          "[]",
          "[[1],{\"a\":null}]",
          "{}",
          "{\"low\":\"x\",\"high\":{}}",
          "{\"message\":{\"message\":[]}}");

  private final EvolutionPayloads payloads = Captured.payloads();

  static Stream<String> everything() {
    return Stream.concat(Captured.names("arrived").stream(), Captured.names("other").stream());
  }

  @ParameterizedTest
  @MethodSource("everything")
  void every_value_may_have_another_type(String file) throws Exception {
    var root = JSON.readTree(Captured.text(file));
    var places = new ArrayList<Place>();
    collect(root, places);
    for (var place : places) {
      for (var other : OTHER_TYPES) {
        place.set(JSON.readTree(other));
        survives(JSON.writeValueAsString(root));
      }
      place.set(place.original());
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void a_body_may_end_anywhere(String file) {
    var body = Captured.text(file);
    for (int end = 0; end < body.length() - 1; end += 13) {
      var cut = body.substring(0, end);
      assertThatExceptionOfType(UnreadablePayload.class).isThrownBy(() -> payloads.read(cut));
      assertThatExceptionOfType(UnreadablePayload.class)
          .isThrownBy(() -> payloads.envelope(cut.getBytes(UTF_8)));
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void any_byte_may_be_wrong(String file) {
    var random = new Random(file.hashCode());
    var body = Captured.text(file).getBytes(UTF_8);
    for (int round = 0; round < 150; round++) {
      var bent = body.clone();
      bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      survives(bent);
    }
  }

  @Test
  void a_tower_of_ten_thousand_levels_is_unreadable() {
    for (var step : new String[] {"[", "{\"ephemeralMessage\":{\"message\":"}) {
      var body = "{\"event\":\"messages.upsert\",\"data\":" + step.repeat(10_000);
      assertThatExceptionOfType(UnreadablePayload.class).isThrownBy(() -> payloads.read(body));
    }
  }

  @Test
  void wrappers_beyond_reason_are_shown_as_unsupported() throws Exception {
    var body =
        "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"remoteJid\":\"1@lid\",\"id\":\"A\"},\"message\":"
            + "{\"viewOnceMessage\":{\"message\":".repeat(20)
            + "{\"conversation\":\"x\"}"
            + "}}".repeat(20)
            + "}}";
    var message = (MessageArrived) payloads.read(body).getFirst();
    assertThat(message.content().kind()).isEqualTo("UNSUPPORTED");
  }

  private void survives(String body) {
    survives(body.getBytes(UTF_8));
  }

  private void survives(byte[] body) {
    try {
      var envelope = payloads.envelope(body);
      var events = payloads.read(new String(body, UTF_8));
      var told = envelope + " " + events;
      if (events.isEmpty() || envelope.externalId().length() > 200 || !storable(told)) {
        fail(new String(body, UTF_8));
      }
    } catch (UnreadablePayload expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  /** PostgreSQL refuses a NUL, and half a surrogate pair would become a question mark. */
  private static boolean storable(String text) {
    return text.indexOf('\0') < 0 && UTF_8.newEncoder().canEncode(text);
  }

  private record Place(JsonNode parent, String name, int index, JsonNode original) {

    void set(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(name, value);
      } else {
        ((ArrayNode) parent).set(index, value);
      }
    }
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object && !object.has("31")) {
      for (var field : object.properties()) {
        places.add(new Place(object, field.getKey(), -1, field.getValue()));
        collect(field.getValue(), places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Place(array, null, i, array.get(i)));
        collect(array.get(i), places);
      }
    }
  }
}
