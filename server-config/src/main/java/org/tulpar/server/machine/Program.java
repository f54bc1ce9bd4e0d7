package org.tulpar.server.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the machine: its words, its environment, and the log file its output goes to. */
public record Program(List<String> words, Map<String, String> environment, Path log) {

  public Program(List<String> words, Path log) {
    this(words, Map.of(), log);
  }

  /** In a session of its own: it outlives the launcher and does not hear the terminal's Ctrl+C. */
  public Program detached() {
    var all = new ArrayList<>(onPath("setsid") ? List.of("setsid") : List.of("nohup"));
    all.addAll(words);
    return new Program(all, environment, log);
  }

  /** Runs to its end. Throws a refusal that quotes its last output if it does not end with 0. */
  public void run(Duration limit) {
    var process = start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        end(process.toHandle());
        throw new Refusal(
            "%s did not end within %d s; see %s.".formatted(words, limit.toSeconds(), log));
      }
    } catch (InterruptedException e) {
      end(process.toHandle());
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
    if (process.exitValue() != 0) {
      throw new Refusal("%s failed: %s (see %s)".formatted(name(), LogTail.of(log, 3), log));
    }
  }

  public Process start() {
    var builder = new ProcessBuilder(words);
    // The superuser of an external database is the launcher's affair alone.
    builder.environment().keySet().removeIf(name -> name.startsWith("TULPAR_DATABASE_ADMIN_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Refusal("Cannot start %s: %s.".formatted(name(), e.getMessage()), e);
    }
  }

  /** Ends whatever this launcher has started and not handed over yet: a start that is cut short. */
  public static void endUnfinished() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private static void end(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private String name() {
    return words.stream()
        .filter(word -> !word.equals("setsid") && !word.equals("nohup"))
        .findFirst()
        .map(word -> Path.of(word).getFileName().toString())
        .orElse("?");
  }

  public static boolean onPath(String name) {
    return find(name, List.of()) != null;
  }

  /** The executable of that name on PATH, else in one of the directories, else null. */
  public static Path find(String name, List<Path> directories) {
    var all = new ArrayList<Path>();
    for (var part : new HashMap<>(System.getenv()).getOrDefault("PATH", "").split(":", -1)) {
      if (!part.isBlank()) {
        all.add(Path.of(part));
      }
    }
    all.addAll(directories);
    return all.stream()
        .map(directory -> directory.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
