package org.tulpar.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs; one that fails ends the comparison with the end of its output. */
public final class Shell {

  private static final int LINES = 12;

  private Shell() {}

  public static void run(
      Path directory, Map<String, String> environment, List<String> words, Path log)
      throws IOException, InterruptedException {
    if (exit(directory, environment, words, log) != 0) {
      throw new IOException("%s failed:%n%s".formatted(String.join(" ", words), tail(log)));
    }
  }

  /** The exit code. */
  public static int exit(
      Path directory, Map<String, String> environment, List<String> words, Path log)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var process = builder.start();
    if (!process.waitFor(15, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", words) + " did not end");
    }
    return process.exitValue();
  }

  public static boolean has(String program) {
    for (var directory : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  private static String tail(Path log) throws IOException {
    var lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
