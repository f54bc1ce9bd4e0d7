package org.tulpar.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code ./run} of this tree, for an installation beside all others. */
final class OwnInstallation implements Subject.Launcher {

  private static final int ORGANIZATIONS = 8;
  private static final int MINUTES = 8;

  private final Options options;
  private final Optional<String> broker;

  /**
   * @param broker where it finds its broker; empty where it brings its own
   */
  OwnInstallation(Options options, Optional<String> broker) {
    this.options = options;
    this.broker = broker;
  }

  @Override
  public void launch(String... words) throws IOException, InterruptedException {
    var state = options.state().toAbsolutePath();
    Files.createDirectories(state);
    var log = state.resolve("launcher.log");
    var process =
        builder(words)
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

  private ProcessBuilder builder(String... words) {
    var command = new ArrayList<>(List.of("./run"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TULPAR_"));
    builder.environment().put("TULPAR_PORT", String.valueOf(options.port()));
    builder.environment().put("TULPAR_STATE", options.state().toAbsolutePath().toString());
    builder.environment().put("TULPAR_DEMO", "false");
    builder.environment().put("TULPAR_BENCH_ORGANIZATIONS", String.valueOf(ORGANIZATIONS));
    broker.ifPresent(url -> builder.environment().put("TULPAR_BROKER_URL", url));
    return builder;
  }
}
