package org.tulpar.bench.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;

/** Trouble under load: it strikes, it is mended, what is under way ends, and it is counted. */
public final class Round {

  private static final int CALM_SECONDS = 5;
  private static final int LEAST_CALM_MILLIS = 2_000;
  private static final int MOST_CALM_MILLIS = 8_000;

  /** Where several troubles follow each other, webhooks come twice as well. */
  private static final double DUPLICATES = 0.3;

  private static final int IDLE_SECONDS = 100;
  private static final int LATE_SECONDS = 4;

  private final Subject subject;
  private final Options options;
  private final List<Trouble> troubles;
  private final String run;
  private final RandomGenerator chance = RandomGenerator.getDefault();

  /** When what struck, and when it was mended. */
  private record Strike(Trouble trouble, Instant at, Instant mended) {

    boolean isMeanwhile(Instant moment) {
      return moment.isAfter(at) && moment.isBefore(mended);
    }
  }

  Round(Subject subject, Options options, List<Trouble> troubles) {
    this.subject = subject;
    this.options = options;
    this.troubles = troubles;
    this.run = Long.toString(System.nanoTime() & 0xFFFFFFL, 36);
  }

  Verdict run() throws IOException, InterruptedException, SQLException {
    var strikes = new ArrayList<Strike>();
    var traffic = new Traffic(subject, manner(), run, options.rate());
    try (traffic) {
      for (var trouble : troubles) {
        for (int i = 0; i < trouble.times(options); i++) {
          TimeUnit.MILLISECONDS.sleep(calm());
          var at = Instant.now();
          trouble.strike(subject, options);
          strikes.add(new Strike(trouble, at, Instant.now()));
        }
      }
      TimeUnit.SECONDS.sleep(CALM_SECONDS);
    }
    return judged(traffic, settled(traffic.accepted()), strikes);
  }

  private Traffic.Manner manner() {
    var only = troubles.getFirst();
    return troubles.size() == 1
        ? new Traffic.Manner(only.duplicates(), only.shuffles())
        : new Traffic.Manner(DUPLICATES, false);
  }

  /** Nobody knows when it strikes; what follows each other quickly needs no more chance. */
  private long calm() {
    return troubles.size() == 1
        ? chance.nextLong(LEAST_CALM_MILLIS, MOST_CALM_MILLIS)
        : LEAST_CALM_MILLIS;
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

  private Verdict judged(Traffic traffic, Sent sent, List<Strike> strikes)
      throws SQLException, IOException {
    var accepted = traffic.accepted();
    var unanswered = new HashSet<>(accepted.keySet());
    unanswered.removeAll(sent.first().keySet());
    var lost = new HashSet<>(unanswered);
    lost.removeAll(markers("direction = 'OUT' and status in ('UNKNOWN', 'FAILED')"));
    var recoveries = strikes.stream().map(strike -> recovery(strike, accepted, sent)).toList();
    return new Verdict(
        troubles.stream().map(Trouble::words).collect(joining("; ")),
        strikes.size(),
        accepted.size(),
        traffic.abandoned(),
        lost.size(),
        unanswered.size() - lost.size(),
        storedWrongly(accepted.keySet()),
        sent.doubled(),
        manner().shuffles() ? -1 : sent.turned(),
        misplaced(),
        recoveries,
        beside(strikes, accepted, sent),
        traffic.answers());
  }

  /** Of those who wrote meanwhile to other channels than the first, and were answered. */
  private Beside beside(List<Strike> strikes, Map<String, Instant> accepted, Sent sent) {
    if (!troubles.stream().allMatch(Trouble::leavesOthersAlone)) {
      return Beside.NOBODY;
    }
    return Beside.of(
        accepted.entrySet().stream()
            .filter(message -> strikes.stream().anyMatch(s -> s.isMeanwhile(message.getValue())))
            .filter(message -> place(message.getKey()) > 0)
            .filter(message -> sent.first().containsKey(message.getKey()))
            .map(
                message -> Duration.between(message.getValue(), sent.first().get(message.getKey())))
            .toList());
  }

  /** Of the channel that a message was written to. */
  private int place(String message) {
    var found = Sent.marker(run).matcher(message);
    if (!found.matches()) {
      throw new IllegalArgumentException(message);
    }
    return subject.place(Letter.conversation(Long.parseLong(found.group(1))));
  }

  /** Accepted and not there, or there more often than once: one does not make up for the other. */
  private long storedWrongly(Set<String> accepted) throws SQLException, IOException {
    var stored = markers("direction = 'IN'");
    var missing = new HashSet<>(accepted);
    stored.forEach(missing::remove);
    return missing.size() + stored.size() - new HashSet<>(stored).size();
  }

  /** As the threads show them, by the provider's time, and not as their webhooks came. */
  private int misplaced() throws SQLException, IOException {
    return found("direction = 'IN'").stream()
        .map(found -> Long.valueOf(found.group(1)))
        .collect(groupingBy(Letter::conversation))
        .values()
        .stream()
        .mapToInt(Sent::turned)
        .sum();
  }

  /** The markers of this run in such messages, as often as they are there. */
  private List<String> markers(String which) throws SQLException, IOException {
    return found(which).stream().map(MatchResult::group).toList();
  }

  private List<MatchResult> found(String which) throws SQLException, IOException {
    var marker = Sent.marker(run);
    return subject
        .texts(
            "select body from message where %s and body like '%%m%sx%%' order by occurred_at, id"
                .formatted(which, run))
        .stream()
        .flatMap(body -> marker.matcher(body).results())
        .toList();
  }

  private Recovery recovery(Strike strike, Map<String, Instant> accepted, Sent sent) {
    var taken =
        accepted.entrySet().stream()
            .filter(entry -> entry.getValue().isAfter(strike.at()))
            .map(entry -> sent.first().get(entry.getKey()))
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .map(at -> Duration.between(strike.at(), at));
    return new Recovery(
        strike.trouble(), taken.orElse(Recovery.NEVER), strike.trouble().longestRecovery(options));
  }
}
