package org.tulpar.simulator.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The files that pass through, in memory; beyond the limit the oldest leave. */
public final class FileShelf {

  /** In bytes of all files together; the newest stays whatever its size. */
  static final long MOST = 48L * 1024 * 1024;

  /**
   * A file as it was sent.
   *
   * @param id digits
   * @param type as its sender called it
   */
  public record Kept(String id, String type, String name, byte[] bytes) {}

  private final Map<String, Kept> files = new LinkedHashMap<>();
  private final AtomicLong ids;
  private long total;

  /**
   * @param firstId ids grow from here, also over restarts
   */
  public FileShelf(long firstId) {
    ids = new AtomicLong(firstId);
  }

  public synchronized Kept put(String type, String name, byte[] bytes) {
    var file = new Kept(Long.toString(ids.incrementAndGet()), type, name, bytes.clone());
    files.put(file.id(), file);
    total += bytes.length;
    var oldest = files.values().iterator();
    while (total > MOST && files.size() > 1) {
      total -= oldest.next().bytes().length;
      oldest.remove();
    }
    return file;
  }

  public synchronized Optional<Kept> find(String id) {
    return Optional.ofNullable(files.get(id));
  }
}
