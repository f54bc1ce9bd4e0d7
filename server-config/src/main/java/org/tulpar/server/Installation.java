package org.tulpar.server;

import java.util.Map;
import java.util.Optional;
import org.tulpar.server.bench.BenchData;
import org.tulpar.server.broker.ExternalBroker;
import org.tulpar.server.database.EmbeddedDatabase;
import org.tulpar.server.database.Schema;
import org.tulpar.server.demo.Demo;
import org.tulpar.server.demo.DemoData;
import org.tulpar.server.demo.DemoFile;
import org.tulpar.server.demo.SimulatorProcess;
import org.tulpar.server.demo.Webhooks;
import org.tulpar.server.machine.PgTools;
import org.tulpar.server.machine.Progress;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Secrets;
import org.tulpar.server.machine.Settings;
import org.tulpar.server.machine.State;
import org.tulpar.server.payara.Server;

/**
 * Everything that runs for one state directory: the database, the simulator, the server. Starting
 * is idempotent, stopping ends only what belongs to it.
 */
public final class Installation {

  private final Settings settings;
  private final State state;
  private final Progress progress;
  private final Secrets secrets;
  private final Schema schema;
  private final EmbeddedDatabase database;
  private final SimulatorProcess simulator;
  private final Server server;
  private final DemoFile demoFile;
  private final DemoData demoData;
  private final Environment environment;

  public Installation(Settings settings, Progress progress) {
    this.settings = settings;
    this.state = settings.state();
    this.progress = progress;
    this.secrets = new Secrets(state.secrets(), settings.environment());
    this.database = new EmbeddedDatabase(state, settings.ports(), secrets);
    this.schema = new Schema(settings, secrets, database);
    this.simulator = new SimulatorProcess(state, settings.ports());
    this.server = new Server(settings, secrets, progress);
    this.demoFile = new DemoFile(state);
    this.demoData = new DemoData(schema, secrets, demoFile, settings.ports());
    this.environment = new Environment(settings, secrets, schema);
  }

  /** Returns when the application is ready and its port is open; after a failure nothing runs. */
  public Summary start() {
    Preflight.java();
    state.create();
    Preflight.disk(state.root());
    supply();
    if (!server.isCurrent()) {
      restart();
    } else {
      progress.say("  It is running already.");
    }
    return new Summary(
        settings, demoFile.kept().map(demo -> demo.at(settings.ports())), demoData.superAdmin());
  }

  /** A running server whose database or simulator died gets it back, not a restart. */
  private void supply() {
    if (!server.isAlive()) {
      return;
    }
    if (settings.externalDatabase().isEmpty() && !database.isAlive()) {
      progress.step("Starting PostgreSQL", database::start);
    }
    if (settings.simulator() && !simulator.isAlive()) {
      progress.step("Starting the simulator", simulator::start);
    }
  }

  private void restart() {
    stopServer();
    ports();
    ExternalBroker.of(settings)
        .ifPresent(broker -> progress.step("Asking the external broker", broker::check));
    server.provision();
    var demo = data();
    if (settings.simulator()) {
      progress.step("Starting the simulator", simulator::start);
    }
    server.start(environment.of(tools()));
    server.open();
    demo.ifPresent(this::announce);
  }

  /** A taken port is found before anything is started. */
  private void ports() {
    var ports = settings.ports();
    ports.serverPorts().forEach(port -> Preflight.free(port, port != ports.web()));
    if (settings.externalDatabase().isEmpty() && !database.isAlive()) {
      Preflight.free(ports.database(), true);
    }
    if (settings.simulator() && !simulator.isAlive()) {
      Preflight.free(ports.simulator(), true);
    }
  }

  private Optional<Demo> data() {
    if (settings.externalDatabase().isEmpty()) {
      progress.step("Starting PostgreSQL", database::start);
    }
    progress.step(
        "Bringing the schema up to date",
        () -> {
          schema.bringUp();
          demoData.platform();
        });
    if (!settings.demo()) {
      return Optional.empty();
    }
    var demo = progress.step("Looking after the demo data", demoData::organizations);
    demo.ifPresent(demoData::follow);
    return demo;
  }

  private Map<String, String> tools() {
    return new PgTools(progress, state).environment();
  }

  private void announce(Demo demo) {
    if (settings.simulator()) {
      progress.step("Telling the simulator our webhooks", () -> new Webhooks().register(demo));
    }
    demoFile.publish(demo);
  }

  /** Organizations for measurements; the server must run. */
  public void benchData() {
    var organizations =
        settings.value("TULPAR_BENCH_ORGANIZATIONS").map(Integer::parseInt).orElse(30);
    var file =
        progress.step(
            "Making %d organizations for measurements".formatted(organizations),
            () ->
                new BenchData(schema, secrets, demoFile, settings, progress)
                    .organizations(organizations));
    progress.say("  Channel keys and secrets: " + file);
  }

  public void stopServer() {
    if (server.isAlive()) {
      progress.step("Stopping the server", server::stop);
    }
  }

  public void stop() {
    stopServer();
    if (simulator.isAlive()) {
      progress.step("Stopping the simulator", simulator::stop);
    }
    if (database.isAlive()) {
      progress.step("Stopping PostgreSQL", database::stop);
    }
  }

  public boolean isAlive() {
    return server.isAlive() || simulator.isAlive() || database.isAlive();
  }

  /** Prints one line per part; true if the application is ready. */
  public boolean status() {
    var ready = server.isReady();
    var ports = settings.ports();
    line(
        "server",
        server.isAlive() ? (ready ? "ready" : "running, not ready") : "down",
        ports.web());
    line("simulator", simulator.isAlive() ? "running" : "down", ports.simulator());
    if (settings.externalDatabase().isEmpty()) {
      line("PostgreSQL", database.isAlive() ? "running" : "down", ports.database());
    }
    return ready;
  }

  private void line(String part, String condition, int port) {
    progress.say("  %-11s %s (port %d)".formatted(part, condition, port));
  }

  /** Removes the embedded database, the queues and the demo's passwords; backups and keys stay. */
  public void reset() {
    settings
        .externalDatabase()
        .ifPresent(
            url -> {
              throw new Refusal(
                  "The data lies in %s, which is not ours to empty: stop Tulpar and empty it there."
                      .formatted(url));
            });
    stop();
    State.remove(state.postgres());
    State.remove(state.broker());
    State.remove(state.media());
    demoFile.remove();
  }
}
