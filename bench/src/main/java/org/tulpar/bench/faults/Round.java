package org.tulpar.bench.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;

/** One trouble under load: it strikes, it is mended, what is under way ends, and it is counted. */
public final class Round {

  private static final int CALM_SECONDS = 5;
  private static final int LEAST_CALM_MILLIS = 2_000;
  private static final int MOST_CALM_MILLIS = 8_000;
  private static final int IDLE_SECONDS = 100;
  private static final int LATE_SECONDS = 4;

  private final Subject subject;
  private final Options options;
  private final Trouble trouble;
  private final String run;
  private final RandomGenerator chance = RandomGenerator.getDefault();

  public Round(Subject subject, Options options, Trouble trouble) {
    this.subject = subject;
    this.options = options;
    this.trouble = trouble;
    this.run = Long.toString(System.nanoTime() & 0xFFFFFFL, 36);
  }

  public Verdict run() throws IOException, InterruptedException, SQLException {
    var times = trouble.times(options);
    var struck = new Instant[times];
    var traffic = new Traffic(subject, trouble, run, options.rate());
    try (traffic) {
      for (int i = 0; i < times; i++) {
        TimeUnit.MILLISECONDS.sleep(chance.nextLong(LEAST_CALM_MILLIS, MOST_CALM_MILLIS));
        struck[i] = Instant.now();
        trouble.strike(subject, options);
      }
      TimeUnit.SECONDS.sleep(CALM_SECONDS);
    }
    return judged(traffic, settled(traffic.accepted()), struck);
  }

  /** Everything is answered, or nothing more comes; then a moment for what comes twice. */
  private Sent settled(Map<String, Instant> accepted) throws IOException, InterruptedException {
    var sent = Sent.of(subject, run);
    var idle = Instant.now().plusSeconds(IDLE_SECONDS);
    while (!sent.answers(accepted.keySet()) && Instant.now().isBefore(idle)) {
      TimeUnit.SECONDS.sleep(2);
      var next = Sent.of(subject, run);
      if (next.first().size() > sent.first().size()) {
        idle = Instant.now().plusSeconds(IDLE_SECONDS);
      }
      sent = next;
    }
    TimeUnit.SECONDS.sleep(LATE_SECONDS);
    return Sent.of(subject, run);
  }

  private Verdict judged(Traffic traffic, Sent sent, Instant[] struck)
      throws SQLException, IOException {
    var accepted = traffic.accepted();
    var unanswered = new HashSet<>(accepted.keySet());
    unanswered.removeAll(sent.first().keySet());
    var lost = new HashSet<>(unanswered);
    lost.removeAll(markers("direction = 'OUT' and status in ('UNKNOWN', 'FAILED')"));
    return new Verdict(
        trouble,
        struck.length,
        accepted.size(),
        traffic.abandoned(),
        lost.size(),
        unanswered.size() - lost.size(),
        storedWrongly(accepted.keySet()),
        sent.doubled(),
        trouble.shuffles() ? -1 : sent.turned(),
        recovery(accepted, sent, struck),
        traffic.answers());
  }

  /** Accepted and not there, or there more often than once: one does not make up for the other. */
  private long storedWrongly(Set<String> accepted) throws SQLException, IOException {
    var stored = markers("direction = 'IN'");
    var missing = new HashSet<>(accepted);
    stored.forEach(missing::remove);
    return missing.size() + stored.size() - new HashSet<>(stored).size();
  }

  /** The markers of this run in such messages, as often as they are there. */
  private List<String> markers(String which) throws SQLException, IOException {
    var marker = Sent.marker(run);
    return subject
        .texts("select body from message where %s and body like '%%m%sx%%'".formatted(which, run))
        .stream()
        .flatMap(body -> marker.matcher(body).results().map(MatchResult::group))
        .toList();
  }

  private static Duration recovery(Map<String, Instant> accepted, Sent sent, Instant[] struck) {
    var longest = Duration.ZERO;
    for (var strike : struck) {
      var first =
          accepted.entrySet().stream()
              .filter(entry -> entry.getValue().isAfter(strike))
              .map(entry -> sent.first().get(entry.getKey()))
              .filter(java.util.Objects::nonNull)
              .min(Instant::compareTo);
      var taken = first.map(at -> Duration.between(strike, at)).orElse(Duration.ofDays(1));
      longest = taken.compareTo(longest) > 0 ? taken : longest;
    }
    return longest;
  }
}
