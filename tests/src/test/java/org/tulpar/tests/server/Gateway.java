package org.tulpar.tests.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        kinds.add(row.path("kind").asText() + " " + row.path("text").asText());
      }
    }
    return kinds;
  }

  /** What the last send to an instance asked for. */
  public static JsonNode lastRequest(String instance) {
    var rows = sent(instance);
    return rows.path(rows.size() - 1).path("request");
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
