package org.tulpar.operations.backup;

/** Dumps the database into a place of its own and restores a dump into a scratch database. */
public interface DatabaseDump {

  /**
   * Dumps one instant of the database, and notes beside the dump what that instant held. The file
   * appears only when both are complete and on the disk; earlier files are not touched.
   *
   * @param name of the file, without a path
   * @return the size of the dump in bytes
   */
  long dump(String name) throws DumpFailed;

  /** What the database held at the instant of the dump. */
  Contents noted(String name) throws DumpFailed;

  /**
   * Restores into a scratch database named after the run. Scratch databases that dead runs left
   * behind are dropped first.
   */
  Scratch restore(String name, long run) throws DumpFailed;

  /** Deletes a dump and its note; one that is gone already is no error. */
  void delete(String name) throws DumpFailed;

  /** A restored copy; dropped when closed. */
  interface Scratch extends AutoCloseable {

    Contents contents() throws DumpFailed;

    @Override
    void close() throws DumpFailed;
  }
}
