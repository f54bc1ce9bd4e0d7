package org.tulpar.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time and memory of the watched processes with their children, from {@code /proc}, and
 * how much of the machine everybody else used meanwhile. To ask for the proportional memory of
 * fifty processes takes the kernel 150 ms, in which it is not there for anybody else: it is asked
 * for seldom.
 */
final class Watch {

  private static final double TICKS_PER_SECOND = 100;

  private final Map<String, Long> roots;
  private final Map<Long, Long> ticks = new HashMap<>();
  private final Map<String, Long> spent = new LinkedHashMap<>();
  private final Map<String, Long> peak = new LinkedHashMap<>();
  private final long[] machine;
  private boolean begun;

  Watch(Map<String, Long> processes) {
    roots = new LinkedHashMap<>(processes);
    roots.put("driver", ProcessHandle.current().pid());
    machine = machine();
    weigh();
    begun = true;
  }

  /** The processor time so far; processes that began and ended in between are missed. */
  synchronized void sample() {
    var children = children();
    roots.forEach(
        (name, root) ->
            family(root, children).forEach(pid -> spent.merge(name, spentSince(pid), Long::sum)));
  }

  /** The processor time, and the memory, which is dear to ask for. */
  synchronized void weigh() {
    sample();
    var children = children();
    roots.forEach(
        (name, root) ->
            peak.merge(
                name, family(root, children).stream().mapToLong(Watch::pss).sum(), Math::max));
  }

  /** Seconds of processor time; {@code others} is everybody who is not watched. */
  synchronized Map<String, Double> seconds() {
    var all = new LinkedHashMap<String, Double>();
    spent.forEach((name, used) -> all.put(name, used / TICKS_PER_SECOND));
    var now = machine();
    var watched = spent.values().stream().mapToLong(Long::longValue).sum();
    all.put("others", Math.max(0, now[0] - machine[0] - watched) / TICKS_PER_SECOND);
    all.put("machine", (now[1] - machine[1]) / TICKS_PER_SECOND);
    return all;
  }

  /** Largest proportional set size in MiB of each. */
  synchronized Map<String, Long> memory() {
    var all = new LinkedHashMap<String, Long>();
    peak.forEach((name, bytes) -> all.put(name, bytes >> 20));
    return all;
  }

  private long spentSince(long pid) {
    var now = ticks(pid);
    var before = ticks.put(pid, now);
    if (before != null) {
      return Math.max(0, now - before);
    }
    return begun ? now : 0;
  }

  private static Map<Long, List<Long>> children() {
    var all = new HashMap<Long, List<Long>>();
    ProcessHandle.allProcesses()
        .forEach(
            child ->
                child
                    .parent()
                    .ifPresent(
                        parent ->
                            all.computeIfAbsent(parent.pid(), p -> new ArrayList<>())
                                .add(child.pid())));
    return all;
  }

  private static List<Long> family(long root, Map<Long, List<Long>> children) {
    var all = new ArrayList<>(List.of(root));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(children.getOrDefault(all.get(i), List.of()));
    }
    return all;
  }

  /** User and system time; 0 for a process that is gone. */
  private static long ticks(long pid) {
    var text = read("/proc/%d/stat".formatted(pid));
    if (text.isEmpty()) {
      return 0;
    }
    var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static long pss(long pid) {
    return read("/proc/%d/smaps_rollup".formatted(pid))
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .sum();
  }

  /** Busy ticks, and all ticks. */
  private static long[] machine() {
    var fields = read("/proc/stat").lines().findFirst().orElse("cpu").strip().split("\\s+");
    long all = 0;
    for (int i = 1; i < Math.min(9, fields.length); i++) {
      all += Long.parseLong(fields[i]);
    }
    var idle = fields.length > 5 ? Long.parseLong(fields[4]) + Long.parseLong(fields[5]) : 0;
    return new long[] {all - idle, all};
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return ""; // the process ended meanwhile
    }
  }
}
