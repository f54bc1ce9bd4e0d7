package org.tulpar.integrations.pgdump;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tulpar.operations.backup.DumpFailed;

/**
 * Runs a program as a child without a shell, with nothing of our own environment but the search
 * path, and never longer than its time; it and its children are dead when the call returns.
 *
 * @param name as in the codes of its failures: {@code pg_dump}, {@code pg_restore}
 * @param program a path, or a name to look for on the search path
 */
record Tool(String name, String program, Duration timeout) {

  private static final int KEPT_BYTES = 8_000;
  private static final Set<String> INHERITED = Set.of("PATH", "HOME");

  /** What the program printed on both of its streams, shortened. */
  String run(List<String> arguments, Map<String, String> environment) throws DumpFailed {
    var child = start(arguments, environment);
    var late = new AtomicBoolean();
    var alarm =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              kill(child);
            },
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
    try (var printed = child.getInputStream()) {
      var words = beginning(printed);
      return judged(child.waitFor(), words, late.get());
    } catch (IOException e) {
      // a child that was stopped takes its pipe along
      return judged(-1, e.toString(), late.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DumpFailed("backup.interrupted", name + " was interrupted", e);
    } finally {
      alarm.cancel(false);
      kill(child);
    }
  }

  private String judged(int status, String words, boolean late) throws DumpFailed {
    if (late) {
      throw new DumpFailed("backup.timeout", name + " was stopped after " + timeout);
    }
    if (status != 0) {
      throw Trouble.tool(name, status, words);
    }
    return words;
  }

  /** Refuses a program that is missing or older than the server it must understand. */
  void requireMajor(int serverMajor) throws DumpFailed {
    var printed = run(List.of("--version"), Map.of());
    var major = ToolVersion.major(printed);
    if (major < serverMajor) {
      throw new DumpFailed(
          "backup." + name + "_too_old",
          "%s is %s, the server is PostgreSQL %d".formatted(program, printed.strip(), serverMajor));
    }
  }

  private Process start(List<String> arguments, Map<String, String> environment) throws DumpFailed {
    var command = new ArrayList<String>();
    command.add(program);
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().retainAll(INHERITED);
    // the words of its errors are looked at
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    try {
      var child = builder.start();
      child.getOutputStream().close();
      return child;
    } catch (IOException e) {
      throw new DumpFailed("backup." + name + "_missing", e.getMessage(), e);
    }
  }

  /**
   * Keeps the beginning, where the cause stands, and reads on: a full pipe would stop the child.
   */
  private static String beginning(InputStream printed) throws IOException {
    var kept = printed.readNBytes(KEPT_BYTES);
    printed.transferTo(OutputStream.nullOutputStream());
    return new String(kept, StandardCharsets.UTF_8);
  }

  private static void kill(Process child) {
    child.descendants().forEach(ProcessHandle::destroyForcibly);
    child.destroyForcibly();
  }
}
