package org.tulpar.bench.faults;

import java.util.List;

/** The page of the documentation that a full run writes. */
final class Report {

  private Report() {}

  static String text(Options options, List<Verdict> verdicts) {
    var rows = String.join("\n", verdicts.stream().map(Verdict::row).toList());
    return """
    # Reliability, as measured

    `bench/faults` loads an installation of its own over loopback (%d messages a second from 64 customers of 8 organizations, 5 %% of the
    webhooks delivered twice) and breaks it on purpose. A gateway repeats what got no answer or a 5xx, and never a 4xx. Every customer's message
    carries a marker that its answer must quote, so that the simulated gateway can tell what is lost, doubled or turned round.
    "Recovery" is the time from the strike to the first answer to a message that was written after it. "Shown to a person" are sends whose fate
    nobody could find out: they stay in the thread as unknown and are never repeated blindly. The broker is the embedded one, but for the round
    that kills it: there Artemis is a process beside. `./test` rehearses all of it but the server's death on one installation (`FaultsIT`), where each
    must be got over within a time of its own, and the server's death with 200 messages in flight (`KillIT`).

    Machine: %d processors, Java %s, %s.

    %s
    %s
    """
        .formatted(
            options.rate(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            Verdict.HEAD,
            rows);
  }
}
