package org.tulpar.bench.load;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param lost acknowledged and never answered
 * @param strange replies of no message, to the wrong customer or through the wrong channel
 * @param recovery null when nothing was killed
 * @param cpu seconds of processor time
 * @param memory MiB, largest proportional set size
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Outcome(
    String label,
    int messages,
    long refused,
    long lost,
    long doubled,
    long disordered,
    long strange,
    Figures figures,
    Recovery recovery,
    Map<String, Double> cpu,
    Map<String, Long> memory) {

  /** MiB of the system under test. */
  public long systemMemory() {
    return memory.entrySet().stream()
        .filter(entry -> !entry.getKey().equals("driver"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Milliseconds of processor time of the system under test for a message. */
  public double costPerMessage() {
    var seconds =
        cpu.entrySet().stream()
            .filter(e -> memory.containsKey(e.getKey()) && !e.getKey().equals("driver"))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return seconds * 1000 / Math.max(1, messages);
  }

  /** Share of the machine that went to neither the system nor the driver. */
  public double disturbance() {
    return cpu.get("others") / Math.max(0.01, cpu.get("machine"));
  }

  public boolean isClean() {
    return refused == 0 && lost == 0 && doubled == 0 && strange == 0;
  }
}
