package org.tulpar.server.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, for a sentence about what went wrong. */
public final class LogTail {

  private LogTail() {}

  public static String of(Path log, int lines) {
    try {
      var all =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      List<String> last = all.subList(Math.max(0, all.size() - lines), all.size());
      return String.join(" | ", last);
    } catch (IOException e) {
      return "no output (" + e.getMessage() + ")";
    }
  }
}
