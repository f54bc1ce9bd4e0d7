package org.tulpar.bench.large;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The statements of each page in a file, the widest first, for whoever looks for the reason. */
final class PlanBook implements AutoCloseable {

  private final BufferedWriter out;

  /** Without a file nothing is kept. */
  PlanBook(Path file) throws IOException {
    out = file == null ? null : Files.newBufferedWriter(file);
  }

  Explained keep(String page, List<Statement> statements, Set<String> large) throws IOException {
    if (out != null) {
      out.write("\n==== " + page + "\n");
      for (var statement :
          statements.stream()
              .sorted(Comparator.comparingDouble(Statement::millis).reversed())
              .toList()) {
        out.write(
            String.format(
                Locale.ROOT,
                "%.1f ms, %d blocks, %d rows, scans %s: %s%n%s%n",
                statement.millis(),
                statement.blocks(),
                statement.widest(),
                statement.scans(large),
                statement.text(),
                statement.plan()));
      }
    }
    return Explained.of(page, statements, large);
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
