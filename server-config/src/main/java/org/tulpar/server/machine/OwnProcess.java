package org.tulpar.server.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process of this installation, by the number it wrote down. The number counts only while the
 * process behind it carries the mark of this installation on its command line: numbers are reused.
 *
 * @param file first line: the process id
 * @param mark a word of the command line that no other installation has
 */
public record OwnProcess(Path file, String mark) {

  public Optional<ProcessHandle> alive() {
    return recorded()
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(process -> commandLine(process).contains(mark));
  }

  public boolean isAlive() {
    return alive().isPresent();
  }

  public void record(long pid) {
    try {
      Files.writeString(file, pid + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end; true if it has ended (or never ran). */
  public boolean ended(Duration limit) {
    return Poll.until(limit, () -> !isAlive());
  }

  /** Asks it to end, and ends it when it does not. */
  public void end(Duration limit) {
    alive().ifPresent(ProcessHandle::destroy);
    kill(limit);
  }

  /** Ends it after the limit whether it wants or not. */
  public void kill(Duration limit) {
    if (!ended(limit)) {
      alive().ifPresent(ProcessHandle::destroyForcibly);
      ended(Duration.ofSeconds(10));
    }
    forget();
  }

  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Long> recorded() {
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d+"))
          .map(Long::valueOf);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whole, which {@link ProcessHandle.Info} does not promise for long ones. */
  public static String commandLine(ProcessHandle process) {
    try {
      var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException e) {
      return process.info().commandLine().orElse("");
    }
  }
}
