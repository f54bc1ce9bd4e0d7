package org.tulpar.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.tulpar.server.machine.Program;
import org.tulpar.server.machine.Refusal;

/** What must hold before anything is started; each failure is one sentence with its remedy. */
public final class Preflight {

  private static final long LEAST_BYTES = 2L << 30;
  private static final int LEAST_JAVA = 21;
  private static final Pattern HOLDER = Pattern.compile("\\(\\(\"([^\"]+)\",pid=(\\d+)");

  private Preflight() {}

  public static void java() {
    if (Runtime.version().feature() < LEAST_JAVA) {
      throw new Refusal(
          "This is Java %d, Tulpar needs a JDK %d or newer: install one and point JAVA_HOME at it."
              .formatted(Runtime.version().feature(), LEAST_JAVA));
    }
  }

  public static void disk(Path place) {
    try {
      var free = Files.getFileStore(place).getUsableSpace();
      if (free < LEAST_BYTES) {
        throw new Refusal(
            "Only %d MiB are free at %s, at least %d are needed: make room or set TULPAR_STATE."
                .formatted(free >> 20, place, LEAST_BYTES >> 20));
      }
    } catch (IOException e) {
      throw new Refusal("Cannot read the free space at %s: %s.".formatted(place, e), e);
    }
  }

  public static void free(int port, boolean loopback) {
    var address =
        loopback
            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
            : new InetSocketAddress(port);
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException e) {
      throw new Refusal(
          "Port %d is taken%s: end that program, or set TULPAR_PORT to another base."
              .formatted(port, holder(port)),
          e);
    }
  }

  private static String holder(int port) {
    if (!Program.onPath("ss")) {
      return "";
    }
    try {
      var process =
          new ProcessBuilder("ss", "-ltnpH", "sport = :" + port).redirectErrorStream(true).start();
      var found =
          HOLDER.matcher(
              new String(
                  process.getInputStream().readAllBytes(),
                  java.nio.charset.StandardCharsets.UTF_8));
      return found.find() ? " by %s, process %s".formatted(found.group(1), found.group(2)) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
