package org.tulpar.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a part of a document between its marks; what people wrote around it stays. */
public final class Report {

  private final Path file;

  public Report(Path file) {
    this.file = file;
  }

  /** Replaces the part of that name, or appends it. */
  public void write(String part, String content) throws IOException {
    var begin = "<!-- %s: begin -->\n".formatted(part);
    var end = "<!-- %s: end -->\n".formatted(part);
    var text = Files.exists(file) ? Files.readString(file) : "# Performance\n\n";
    var from = text.indexOf(begin);
    var to = text.indexOf(end);
    var fresh =
        from < 0 || to < from
            ? text + "\n" + begin + content + end
            : text.substring(0, from) + begin + content + text.substring(to);
    Files.writeString(file, fresh);
  }
}
