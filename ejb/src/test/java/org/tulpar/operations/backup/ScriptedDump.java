package org.tulpar.operations.backup;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A dump that does as a test tells it. */
final class ScriptedDump implements DatabaseDump {

  final SortedSet<String> files = new TreeSet<>();
  DumpFailed trouble;
  long restoredRows = 3;

  @Override
  public long dump(String name) throws DumpFailed {
    if (trouble != null) {
      throw trouble;
    }
    files.add(name);
    return 1000;
  }

  @Override
  public Contents noted(String name) {
    return contents(3);
  }

  @Override
  public Scratch restore(String name, long run) {
    return new Scratch() {
      @Override
      public Contents contents() {
        return ScriptedDump.contents(restoredRows);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void delete(String name) {
    files.remove(name);
  }

  private static Contents contents(long rows) {
    return new Contents(new TreeMap<>(Map.of("public.client", rows)), new TreeSet<>());
  }
}
