package org.tulpar.bench.compare;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.tulpar.bench.load.Outcome;

/** The runs of one round, for each side the same. */
final class Rounds {

  /** The peer is started anew for each of its modes, and is warm much sooner. */
  private static final int PEER_WARMUP = 5_000;

  private final Options options;
  private final Driver driver;

  Rounds(Options options, Driver driver) {
    this.options = options;
    this.driver = driver;
  }

  /** The first messages of a fresh process are slow everywhere; nobody is judged by them. */
  void warmUp(Side side, int messages) throws IOException, InterruptedException {
    driver.run(side, "warm-up", List.of("--messages", Integer.toString(messages)));
  }

  /** Single messages go other ways than a burst's: those must be warm too. */
  void warmUpSteadily(Side side) throws IOException, InterruptedException {
    driver.run(side, "warm-up at 170/s", steady(Options.LONG_WARMUP_SECONDS));
  }

  Round of(Peer peer) throws IOException, InterruptedException {
    peer.start("always", 0);
    driver.run(peer, "warm-up", ack("messages.upsert", options.burst()));
    var ack = driver.run(peer, "ack alone, always", ack("messages.upsert", options.burst()));
    peer.stop();
    peer.start("always", 2);
    warmUp(peer, PEER_WARMUP);
    var durable = driver.run(peer, "170/s, always", steady(options.seconds()));
    peer.stop();
    peer.start("everysec", 2);
    warmUp(peer, PEER_WARMUP);
    var burst = driver.run(peer, "burst, everysec", burst());
    var steady = driver.run(peer, "170/s, everysec", steady(options.seconds()));
    var redelivered = driver.run(peer, "redelivery", redelivery());
    peer.stop();
    return new Round(ack, burst, steady, durable, redelivered);
  }

  Round of(Tulpar tulpar) throws IOException, InterruptedException, SQLException {
    Outcome ack;
    try (var alone = new Intake(tulpar)) {
      driver.run(tulpar, "warm-up", ack("contacts.update", options.burst()));
      ack = driver.run(tulpar, "ack alone", ack("contacts.update", options.burst()));
    }
    var burst = driver.run(tulpar, "burst", burst());
    var steady = driver.run(tulpar, "170/s", steady(options.seconds()));
    var redelivered = driver.run(tulpar, "redelivery", redelivery());
    return new Round(ack, burst, steady, steady, redelivered);
  }

  /** As the peer is usually run, warm, and with all its workers killed. */
  Outcome struck(Peer peer) throws IOException, InterruptedException {
    peer.start("everysec", 2);
    warmUp(peer, PEER_WARMUP);
    var struck = new Strikes(driver).at(peer);
    peer.stop();
    return struck;
  }

  Outcome struck(Tulpar tulpar) throws IOException, InterruptedException {
    return new Strikes(driver).at(tulpar);
  }

  /** The peer gets no worker; Tulpar's event is read when the run is over and asks for no reply. */
  private static List<String> ack(String event, int messages) {
    return List.of("--messages", Integer.toString(messages), "--event", event, "--no-replies");
  }

  private List<String> burst() {
    return List.of("--messages", Integer.toString(options.burst()));
  }

  private static List<String> steady(int counted) {
    var seconds = counted + Options.WARMUP_SECONDS;
    return List.of(
        "--rate",
        Integer.toString(Options.RATE),
        "--messages",
        Integer.toString(Options.RATE * seconds),
        "--warmup",
        Integer.toString(Options.WARMUP_SECONDS),
        "--connections",
        "64");
  }

  private List<String> redelivery() {
    return List.of("--messages", "2000", "--redeliver", "0.2");
  }
}
