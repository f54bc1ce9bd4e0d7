package org.tulpar.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts failed sign-ins per login and address, per address and per login; whoever reaches a limit
 * pauses until the last failure is {@link #WINDOW} old.
 *
 * <p>It remembers the {@link #REMEMBERED} keys that failed last and lives in one node's memory: it
 * slows guessing down, it is not the only defence (the cost of a check is the other).
 */
final class Throttle {

  static final Duration WINDOW = Duration.ofMinutes(10);
  static final int REMEMBERED = 20_000;

  /** Who tries to come in, from where. */
  record Attempt(String login, String address) {

    Attempt {
      login = login.strip();
    }

    private List<Key> keys() {
      var name = login.toLowerCase(Locale.ROOT);
      return List.of(new Key(name, address, 5), new Key("", address, 50), new Key(name, "", 50));
    }
  }

  private record Key(String login, String address, int limit) {}

  private record Failures(int count, Instant last) {

    boolean isOver(Instant now) {
      return !now.isBefore(last.plus(WINDOW));
    }
  }

  private final Map<Key, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** How long this attempt must wait; zero or less when it may go on. */
  synchronized Duration pause(Attempt attempt, Instant now) {
    return attempt.keys().stream()
        .map(key -> pause(key, now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  synchronized void failed(Attempt attempt, Instant now) {
    for (var key : attempt.keys()) {
      failures.merge(
          key,
          new Failures(1, now),
          (known, one) -> known.isOver(now) ? one : new Failures(known.count() + 1, now));
    }
  }

  /**
   * The right password clears the person at this place, not the place and not the login elsewhere.
   */
  synchronized void succeeded(Attempt attempt) {
    failures.remove(attempt.keys().getFirst());
  }

  private Duration pause(Key key, Instant now) {
    var known = failures.get(key);
    if (known == null || known.count() < key.limit() || known.isOver(now)) {
      return Duration.ZERO;
    }
    return Duration.between(now, known.last().plus(WINDOW));
  }
}
