package org.tulpar.integrations.pgdump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tulpar.operations.backup.Contents;

/**
 * What a dump held, as a text file beside it: it is there when the database is not. One line each:
 * {@code rows}, the number and what was counted, or {@code is} and a protection, apart by tabs.
 */
final class Note {

  private Note() {}

  static void write(Path file, Contents contents) throws IOException {
    var lines = new ArrayList<String>();
    contents.rows().forEach((what, count) -> lines.add("rows\t" + count + "\t" + what));
    contents.protections().forEach(sentence -> lines.add("is\t" + sentence));
    Files.write(file, lines);
  }

  static Contents read(Path file) throws IOException {
    var rows = new TreeMap<String, Long>();
    var protections = new TreeSet<String>();
    for (var line : Files.readAllLines(file)) {
      var parts = List.of(line.split("\t", -1));
      switch (parts.getFirst()) {
        case "rows" -> rows.put(parts.get(2), Long.valueOf(parts.get(1)));
        case "is" -> protections.add(parts.get(1));
        default -> throw new IOException("no line of a note: " + line);
      }
    }
    return new Contents(rows, protections);
  }
}
