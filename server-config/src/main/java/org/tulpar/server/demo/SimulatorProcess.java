package org.tulpar.server.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tulpar.server.machine.LogTail;
import org.tulpar.server.machine.OwnProcess;
import org.tulpar.server.machine.Poll;
import org.tulpar.server.machine.Ports;
import org.tulpar.server.machine.Program;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.State;

/**
 * The outside world in a small process of its own. It outlives the server: what it was asked to
 * send stays in its memory while the server is restarted.
 */
public final class SimulatorProcess {

  private static final String MAIN = "org.tulpar.simulator.Simulator";
  private final State state;
  private final int port;

  public SimulatorProcess(State state, Ports ports) {
    this.state = state;
    this.port = ports.simulator();
  }

  public boolean isAlive() {
    return process().isAlive();
  }

  public void start() {
    if (isAlive()) {
      return;
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var words =
        List.of(
            java,
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN,
            "--port",
            Integer.toString(port));
    var log = state.log("simulator");
    var started = new Program(words, log).detached().start();
    process().record(started.pid());
    if (!Poll.until(Duration.ofSeconds(30), () -> !started.isAlive() || answers()) || !answers()) {
      throw new Refusal(
          "The simulator did not start: %s (see %s).".formatted(LogTail.of(log, 3), log));
    }
  }

  public void stop() {
    process().end(Duration.ofSeconds(5));
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private OwnProcess process() {
    return new OwnProcess(state.pid("simulator"), MAIN + " --port " + port);
  }
}
