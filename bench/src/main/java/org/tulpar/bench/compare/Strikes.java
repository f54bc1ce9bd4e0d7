package org.tulpar.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tulpar.bench.load.Outcome;

/**
 * Those who answer customers are killed with two hundred messages under way, and started again at
 * once, as whoever watches over them would. The driver kills, for its clock tells the time since.
 */
final class Strikes {

  private static final int LOOK_MILLIS = 20;

  /** Seconds; the peer looks for what it lost every thirty, and what it holds is locked as long. */
  private static final String PATIENCE = "150";

  private final Driver driver;

  Strikes(Driver driver) {
    this.driver = driver;
  }

  Outcome at(Side side) throws IOException, InterruptedException {
    var victims = side.workers();
    var words = new ArrayList<>(List.of("--messages", "8000", "--patience", PATIENCE));
    victims.forEach(pid -> words.addAll(List.of("--kill", Long.toString(pid))));
    try (var healer = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
      var healed =
          healer.submit(
              () -> {
                heal(side, victims);
                return null;
              });
      try {
        var outcome = driver.once(side, "kill -9", words);
        healed.get(1, TimeUnit.MINUTES);
        return outcome;
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException(side.name() + " was not started again", e);
      } finally {
        healer.shutdownNow();
      }
    }
  }

  private static void heal(Side side, List<Long> victims) throws IOException, InterruptedException {
    while (victims.stream().anyMatch(Strikes::lives)) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    side.revive();
  }

  /** One that is dead and that nobody has asked about yet is still in the list of processes. */
  private static boolean lives(long pid) {
    try {
      var about = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
      return about.charAt(about.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return false; // gone
    }
  }
}
