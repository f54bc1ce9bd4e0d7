package org.tulpar.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine in general words. */
public final class Machine {

  private Machine() {}

  public static String words() throws IOException {
    var memory =
        Files.readString(Path.of("/proc/meminfo"))
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll("\\D", "");
    var model =
        Files.readString(Path.of("/proc/cpuinfo"))
            .lines()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown processor");
    return "%d processors (%s), %d GiB of memory, Linux %s, JDK %s, PostgreSQL 15, the driver on the same machine"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            model,
            Math.round(Long.parseLong(memory) / 1048576.0),
            System.getProperty("os.version").replaceAll("-.*", ""),
            System.getProperty("java.version"));
  }
}
