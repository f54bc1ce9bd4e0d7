package org.tulpar.bench.compare;

import java.io.IOException;
import java.util.List;

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

  Round of(Peer peer) throws IOException, InterruptedException {
    peer.start("always", 0);
    driver.run(peer, "warm-up", ack("messages.upsert", PEER_WARMUP));
    var ack = driver.run(peer, "ack alone, always", ack("messages.upsert", options.burst()));
    peer.stop();
    peer.start("always", 2);
    warmUp(peer, PEER_WARMUP);
    var durable = driver.run(peer, "170/s, always", steady());
    peer.stop();
    peer.start("everysec", 2);
    warmUp(peer, PEER_WARMUP);
    var burst = driver.run(peer, "burst, everysec", burst());
    var steady = driver.run(peer, "170/s, everysec", steady());
    var redelivered = driver.run(peer, "redelivery", redelivery());
    peer.stop();
    return new Round(ack, burst, steady, durable, redelivered);
  }

  Round of(Tulpar tulpar) throws IOException, InterruptedException {
    var ack = driver.run(tulpar, "ack alone", ack("contacts.update", options.burst()));
    var burst = driver.run(tulpar, "burst", burst());
    var steady = driver.run(tulpar, "170/s", steady());
    var redelivered = driver.run(tulpar, "redelivery", redelivery());
    return new Round(ack, burst, steady, steady, redelivered);
  }

  /** Tulpar gets an event that asks for no reply, as the peer gets no worker. */
  private static List<String> ack(String event, int messages) {
    return List.of("--messages", Integer.toString(messages), "--event", event, "--no-replies");
  }

  private List<String> burst() {
    return List.of("--messages", Integer.toString(options.burst()));
  }

  private List<String> steady() {
    var seconds = options.seconds() + Options.WARMUP_SECONDS;
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
