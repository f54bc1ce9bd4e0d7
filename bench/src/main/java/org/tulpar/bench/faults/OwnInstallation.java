package org.tulpar.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./run} of this tree, for an installation beside all others. */
final class OwnInstallation implements Subject.Launcher {

  private static final int ORGANIZATIONS = 8;
  private static final int MINUTES = 8;

  private final Options options;

  OwnInstallation(Options options) {
    this.options = options;
  }

  @Override
  public void launch(Map<String, String> settings, String... words)
      throws IOException, InterruptedException {
    var state = options.state().toAbsolutePath();
    Files.createDirectories(state);
    var log = state.resolve("launcher.log");
    var process =
        builder(settings, words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("%s took too long, see %s".formatted(List.of(words), log));
    }
    if (process.exitValue() != 0) {
      throw new IOException("%s failed, see %s".formatted(List.of(words), log));
    }
  }

  private ProcessBuilder builder(Map<String, String> settings, String... words) {
    var command = new ArrayList<>(List.of("./run"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TULPAR_"));
    builder.environment().put("TULPAR_PORT", String.valueOf(options.port()));
    builder.environment().put("TULPAR_STATE", options.state().toAbsolutePath().toString());
    builder.environment().put("TULPAR_DEMO", "false");
    builder.environment().put("TULPAR_BENCH_ORGANIZATIONS", String.valueOf(ORGANIZATIONS));
    builder.environment().putAll(settings);
    return builder;
  }
}
