package org.tulpar.tests.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the simulated gateway was asked to send. */
public final class Gateway {

  private Gateway() {}

  /** Texts to a number, in their order. */
  public static List<String> sentTo(String instance, String number) {
    var texts = new ArrayList<String>();
    for (var row : sent(instance)) {
      if (row.path("number").asText().replaceAll("@.*|\\D", "").equals(number)) {
        texts.add(row.path("text").asText());
      }
    }
    return texts;
  }

  /** What was sent to a number, in its order: the kind and the words. */
  public static List<String> kindsTo(String instance, String number) {
    var kinds = new ArrayList<String>();
    for (var row : sent(instance)) {
      if (row.path("number").asText().replaceAll("@.*|\\D", "").equals(number)) {
        kinds.add(kind(row));
      }
    }
    return kinds;
  }

  /**
   * What the last send of this kind with these words asked for; the bot may have said something
   * since.
   */
  public static JsonNode lastRequest(String instance, String kind) {
    JsonNode last = MissingNode.getInstance();
    for (var row : sent(instance)) {
      if (kind(row).equals(kind)) {
        last = row.path("request");
      }
    }
    return last;
  }

  private static String kind(JsonNode row) {
    return row.path("kind").asText() + " " + row.path("text").asText();
  }

  private static JsonNode sent(String instance) {
    try {
      return new ObjectMapper()
          .readTree(Http.get(Demo.read().simulatorUrl() + "/sent?instance=" + instance).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
