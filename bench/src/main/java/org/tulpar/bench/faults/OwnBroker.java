package org.tulpar.bench.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A broker beside the installation, that can be killed and comes back with its journal. */
final class OwnBroker {

  private static final Duration STARTED = Duration.ofSeconds(60);

  private final Path directory;
  private final int port;
  private Process process;

  OwnBroker(Path directory, int port) {
    this.directory = directory.toAbsolutePath();
    this.port = port;
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Returns when it can be reached. */
  void start() throws IOException {
    Files.createDirectories(directory);
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                Integer.toString(port),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("broker.log").toFile()))
            .start();
    await().atMost(STARTED).until(() -> reachable() || ended());
    if (ended()) {
      throw new IOException("the broker did not start, see " + directory.resolve("broker.log"));
    }
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  void stop() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  private boolean ended() {
    return !process.isAlive();
  }

  private boolean reachable() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
