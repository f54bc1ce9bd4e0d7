package org.tulpar.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every log record of this thread carries, such as {@code request}, {@code trace} and {@code
 * user}; the organization comes from the tenant's scope by itself. Never a secret or customer text.
 */
public final class LogContext implements AutoCloseable {

  private static final ThreadLocal<Map<String, String>> CURRENT = ThreadLocal.withInitial(Map::of);

  private final Map<String, String> before;

  private LogContext(Map<String, String> before) {
    this.before = before;
  }

  /** Adds to what the thread carries until closed: use it in a try with resources. */
  public static LogContext with(Map<String, String> more) {
    var before = CURRENT.get();
    var now = new LinkedHashMap<>(before);
    now.putAll(more);
    CURRENT.set(now);
    return new LogContext(before);
  }

  public static LogContext with(String name, String value) {
    return with(Map.of(name, value));
  }

  /** To be read, not kept. */
  public static Map<String, String> current() {
    return CURRENT.get();
  }

  @Override
  public void close() {
    if (before.isEmpty()) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
