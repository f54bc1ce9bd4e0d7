package org.tulpar.bench.faults;

import java.lang.management.ManagementFactory;
import java.util.List;

/** The page of the documentation that a run writes, whole: nothing on it is written by hand. */
final class Report {

  private static final String TEXT =
      """
      # Reliability, as measured

      `bench/faults` loads an installation of its own over loopback (%d messages a second from 64 customers of 8 organizations, 5 %% of the webhooks
      delivered twice) and breaks it on purpose; with `--report` it writes this page. A gateway repeats what got no answer or a 5xx, and never a 4xx.
      Every customer's message carries a marker that its answer must quote, so that the simulated gateway can tell what is lost, doubled or turned round.
      "Thread out of order" are customers' messages that are shown behind one that was written later, whatever the order of their webhooks. "Recovery" is
      the time from the strike to the first answer to a message that was written after it, the longest of all strikes, the fault itself included (%d s
      where the database is stopped, %d s where a gateway or the broker is away). "Other channels' answers" are those to messages that were written in the
      %d s of a gateway's hanging to the other seven: from the customer's press to the gateway, beside a round in which nothing happens. "Shown to a person" are sends whose fate nobody could find out: they
      stay in the thread as unknown and are never repeated blindly. The broker is the embedded one, but for the round that kills it: there Artemis is a
      process beside. What is deployed again is taken out while the server is down and deployed when it is up, as a new build is.

      `./test` rehearses all of it but the server's death on one installation (`FaultsIT`: gateways, database, a deployment under load onto a broker of its
      own, that broker's death, a restart back; then 30 %% of the webhooks twice and shuffled), where each must be got over within a time of its own (45 s
      beside the trouble itself, 150 s where the server starts anew, 240 s where it is deployed anew); and the server's death with 200 messages in flight
      (`KillIT`).

      Machine: %d processors, load %.1f at the end, Java %s, %s. What else runs there makes the recoveries longer, not shorter.

      %s
      %s
      """;

  private Report() {}

  static String text(Options options, List<Verdict> verdicts) {
    return TEXT.formatted(
        options.rate(),
        options.stopped(),
        options.troubled(),
        options.compared(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Verdict.HEAD,
        String.join("\n", verdicts.stream().map(Verdict::row).toList()));
  }
}
