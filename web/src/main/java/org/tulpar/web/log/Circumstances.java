package org.tulpar.web.log;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.tulpar.kernel.LogContext;
import org.tulpar.tenant.TenantScope;

/**
 * Adds the circumstances of the thread to each record of ours, as a map among its parameters: the
 * JSON formatter of the server writes the entries of such a map as fields. It never drops a record
 * that the handler would have written.
 */
final class Circumstances implements Filter {

  private static final String OURS = "org.tulpar.";

  private final Filter before;

  /** What the handler asked until now; null when it asked nobody. */
  Circumstances(Filter before) {
    this.before = before;
  }

  Filter before() {
    return before;
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    if (before != null && !before.isLoggable(record)) {
      return false;
    }
    var name = record.getLoggerName();
    if (name != null && name.startsWith(OURS)) {
      describe(record);
    }
    return true;
  }

  private static void describe(LogRecord record) {
    var given = record.getParameters() == null ? new Object[0] : record.getParameters();
    if (given.length > 0 && given[given.length - 1] instanceof Fields) {
      return; // another handler was here first
    }
    var fields = new Fields();
    TenantScope.current().ifPresent(id -> fields.put("organization", id.toString()));
    fields.putAll(LogContext.current());
    if (!fields.isEmpty()) {
      var extended = Arrays.copyOf(given, given.length + 1);
      extended[given.length] = fields;
      record.setParameters(extended);
    }
  }

  private static final class Fields extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    Fields() {
      super(Map.of());
    }
  }
}
