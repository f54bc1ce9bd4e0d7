package org.tulpar.bench.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the gateway was asked to send, read by the markers that came back.
 *
 * @param first when a marker was answered first
 * @param doubled markers beyond their first answer
 * @param turned answers that came after the answer to a later message of their conversation
 */
record Sent(Map<String, Instant> first, int doubled, int turned) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Sent of(Subject subject, String run) throws IOException, InterruptedException {
    var marker = marker(run);
    var first = new HashMap<String, Instant>();
    var order = new HashMap<String, List<Long>>();
    int doubled = 0;
    for (var row : JSON.readTree(Wire.get(subject.gateway() + "/sent"))) {
      var matcher = marker.matcher(row.path("text").asText());
      while (matcher.find()) {
        var at = Instant.parse(row.path("at").asText());
        if (first.putIfAbsent(matcher.group(), at) != null) {
          doubled++;
        } else {
          order
              .computeIfAbsent(row.path("number").asText(), key -> new ArrayList<>())
              .add(Long.valueOf(matcher.group(1)));
        }
      }
    }
    return new Sent(first, doubled, order.values().stream().mapToInt(Sent::turned).sum());
  }

  /** What a message of the run carries; the group is its number. */
  static Pattern marker(String run) {
    return Pattern.compile("m%sx(\\d+)x".formatted(run));
  }

  boolean answers(Set<String> markers) {
    return first.keySet().containsAll(markers);
  }

  /** How many of the numbers stand behind a greater one. */
  static int turned(List<Long> numbers) {
    int turned = 0;
    long latest = Long.MIN_VALUE;
    for (var number : numbers) {
      if (number < latest) {
        turned++;
      }
      latest = Math.max(latest, number);
    }
    return turned;
  }
}
