package org.tulpar.server;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tulpar.server.machine.Poll;
import org.tulpar.server.machine.Program;
import org.tulpar.server.machine.Progress;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Settings;

/** The command line: {@code ./run [command]}. Ends with 0 only if what was asked is so. */
public final class Main {

  private static final String HELP =
      """
      ./run             start, show progress, stay; Ctrl+C stops everything
      ./run --detach    start; ends when the application is ready, everything stays up
      ./run stop        stop everything of this installation
      ./run restart     restart the server (with a new build if sources changed); the database
                        and the simulator stay up
      ./run status      what runs; ends with 0 if the application is ready, else with 3
      ./run bench-data  make organizations for measurements in an installation without customers
      ./run reset       stop and empty the data, after asking (--yes does not ask)
      Settings: TULPAR_PORT (8080), TULPAR_STATE (var), TULPAR_HEAP (768m), TULPAR_DEMO (true),
      TULPAR_SIMULATOR (true), TULPAR_DATABASE_URL, TULPAR_BROKER_URL, TULPAR_LLM_BASE_URL; all of
      them in docs/operations.md.""";

  private static final int NOT_READY = 3;
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
  private final Progress progress = new Progress(System.out);
  private final Settings settings;

  private Main(Settings settings) {
    this.settings = settings;
  }

  /** Ends the process with the outcome of the command. */
  public static void main(String[] arguments) {
    FLYWAY.setLevel(Level.WARNING);
    var home = Path.of(System.getProperty("tulpar.home", "")).toAbsolutePath();
    System.exit(new Main(new Settings(home, System.getenv())).run(List.of(arguments)));
  }

  private int run(List<String> arguments) {
    var words = new TreeSet<>(arguments);
    var yes = words.remove("--yes");
    try {
      return switch (words.isEmpty() ? "" : String.join(" ", words)) {
        case "" -> foreground();
        case "--detach", "start" -> start();
        case "restart", "--detach restart" -> restart();
        case "stop" -> locked(() -> installation().stop());
        case "status" -> installation().status() ? 0 : NOT_READY;
        case "bench-data" -> locked(() -> installation().benchData());
        case "reset" -> reset(yes);
        case "--help", "-h", "help" -> help();
        default -> throw new Refusal("Unknown: %s. Try ./run --help.".formatted(arguments));
      };
    } catch (Refusal e) {
      System.err.println("\nTulpar: " + e.getMessage());
      return 1;
    }
  }

  private Installation installation() {
    return new Installation(settings, progress);
  }

  private int help() {
    progress.say(HELP);
    return 0;
  }

  private int restart() {
    locked(() -> installation().stopServer());
    return start();
  }

  /** A start that fails or is interrupted leaves nothing running. */
  private int start() {
    var installation = installation();
    var interrupted = hook(installation);
    return locked(
        () -> {
          Summary summary;
          try {
            summary = installation.start();
          } catch (RuntimeException e) {
            if (remove(interrupted)) {
              installation.stop();
            }
            throw e;
          }
          remove(interrupted);
          progress.say(summary.text(progress.seconds()));
        });
  }

  private int foreground() {
    start();
    progress.say("  Ctrl+C stops everything.");
    var installation = installation();
    hook(installation);
    while (installation.isAlive()) {
      Poll.until(java.time.Duration.ofSeconds(2), () -> false);
    }
    return 0;
  }

  private Thread hook(Installation installation) {
    var thread =
        new Thread(
            () -> {
              progress.cancel();
              Program.endUnfinished();
              installation.stop();
            });
    Runtime.getRuntime().addShutdownHook(thread);
    return thread;
  }

  /** False if the program is ending already: then the hook does its work. */
  private static boolean remove(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private int reset(boolean yes) {
    if (!yes && !confirmed()) {
      throw new Refusal("Nothing was removed.");
    }
    return locked(() -> installation().reset());
  }

  private boolean confirmed() {
    var console = System.console();
    if (console == null) {
      throw new Refusal("There is nobody to ask: ./run reset --yes removes the data.");
    }
    var answer =
        console.readLine(
            "This removes all organizations, dialogues and queues in %s. Type yes: ",
            settings.state().root());
    return Set.of("yes", "да").contains(String.valueOf(answer).strip());
  }

  /** One launcher at a time works on one state directory. */
  private int locked(Runnable work) {
    settings.state().create();
    var file = settings.state().root().resolve("launcher.lock");
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        throw new Refusal(
            "Another ./run is at work on %s: wait for it.".formatted(file.getParent()));
      }
      work.run();
      return 0;
    } catch (java.io.IOException e) {
      throw new Refusal("Cannot lock %s: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
