package org.tulpar.tests.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the server under test has written since this was made, or was last asked. */
public final class ServerLog {

  private final Path file = Installation.TESTED.serverLog();
  private long read = size();

  /** The lines since then that have these words. */
  public List<String> linesWith(String words) {
    try (var log = new RandomAccessFile(file.toFile(), "r")) {
      var length = log.length();
      log.seek(length < read ? 0 : read); // another file has begun
      var fresh = new byte[(int) (length - log.getFilePointer())];
      log.readFully(fresh);
      read = length;
      return new String(fresh, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(words))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
