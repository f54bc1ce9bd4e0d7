package org.tulpar.server.payara;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The server's log: JSON, one file a day, kept for 45 days (30 are promised). */
public final class LoggingSettings {

  private static final String FILE = "com.sun.enterprise.server.logging.GFFileHandler.";

  private LoggingSettings() {}

  public static void apply(Path properties, Path log) {
    var wanted = new LinkedHashMap<String, String>();
    wanted.put(FILE + "file", log.toString());
    wanted.put(FILE + "formatter", "fish.payara.enterprise.server.logging.JSONLogFormatter");
    wanted.put(FILE + "rotationOnDateChange", "true");
    wanted.put(FILE + "rotationLimitInBytes", "0");
    wanted.put(FILE + "maxHistoryFiles", "45");
    wanted.put(FILE + "compressOnRotation", "true");
    // Repeats every message's body at INFO.
    wanted.put("org.apache.activemq.audit.level", "OFF");
    wanted.put("org.apache.activemq.audit.base.level", "OFF");
    wanted.put("org.apache.activemq.audit.message.level", "OFF");
    wanted.put("org.apache.activemq.audit.resource.level", "OFF");
    try {
      Files.writeString(properties, merged(Files.readString(properties), wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with each wanted key set exactly once; other lines stay as they are. */
  public static String merged(String text, Map<String, String> wanted) {
    var result = new StringBuilder();
    text.lines()
        .filter(line -> !wanted.containsKey(line.split("=", 2)[0].strip()))
        .forEach(line -> result.append(line).append('\n'));
    wanted.forEach((key, value) -> result.append(key).append('=').append(value).append('\n'));
    return result.toString();
  }
}
