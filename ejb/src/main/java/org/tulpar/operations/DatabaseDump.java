package org.tulpar.operations;

import java.nio.file.Path;
import java.util.Map;

/** Dumps the database and restores a dump into a scratch database beside it. */
public interface DatabaseDump {

  /** Writes a dump in custom format; the file appears only when it is complete. */
  void dump(Path file) throws DumpFailed;

  /** Restores into a scratch database, runs nothing else, and drops it when closed. */
  Scratch restore(Path file) throws DumpFailed;

  /**
   * Rows per organization and table of the live database, as the backup's snapshot would see it.
   */
  Map<String, Long> liveCounts() throws DumpFailed;

  /** A restored copy. */
  interface Scratch extends AutoCloseable {

    /** Rows per organization and table, keyed {@code table/organization}. */
    Map<String, Long> counts() throws DumpFailed;

    @Override
    void close() throws DumpFailed;
  }
}
