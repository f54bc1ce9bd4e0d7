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
public final class Throttle {

  static final Duration WINDOW = Duration.ofMinutes(10);
  static final int REMEMBERED = 20_000;

  private static final int AT_ONE_PLACE = 5;
  private static final int MANY = 50;

  /** Who tries to come in, from where. */
  public record Attempt(String login, String address) {

    public Attempt {
      login = login.strip();
    }

    private List<Key> keys(int anywhere) {
      var name = login.toLowerCase(Locale.ROOT);
      return List.of(
          new Key(name, address, AT_ONE_PLACE),
          new Key("", address, MANY),
          new Key(name, "", anywhere));
    }
  }

  private record Key(String login, String address, int limit) {}

  private record Failures(int count, Instant last) {

    boolean isOver(Instant now) {
      return !now.isBefore(last.plus(WINDOW));
    }

    Failures oneLess() {
      return new Failures(count - 1, last);
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

  private final int anywhere;

  public Throttle() {
    this(MANY);
  }

  /**
   * @param anywhere so many failures of one login are forgiven, wherever they come from
   */
  public Throttle(int anywhere) {
    this.anywhere = anywhere;
  }

  /**
   * Counts an attempt as failed before it is looked at, unless it has to wait: of many that come at
   * once none slips through. Tells how long it has to wait.
   */
  public synchronized Duration admit(Attempt attempt, Instant now) {
    var pause = pause(attempt, now);
    if (!pause.isPositive()) {
      failed(attempt, now);
    }
    return pause;
  }

  /** An attempt that was admitted was right; it clears the person at this place. */
  public synchronized void withdraw(Attempt attempt) {
    for (var key : attempt.keys(anywhere)) {
      failures.computeIfPresent(key, (same, known) -> known.oneLess());
    }
    succeeded(attempt);
  }

  /** How long this attempt must wait; zero or less when it may go on. */
  synchronized Duration pause(Attempt attempt, Instant now) {
    return attempt.keys(anywhere).stream()
        .map(key -> pause(key, now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  synchronized void failed(Attempt attempt, Instant now) {
    for (var key : attempt.keys(anywhere)) {
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
    failures.remove(attempt.keys(anywhere).getFirst());
  }

  private Duration pause(Key key, Instant now) {
    var known = failures.get(key);
    if (known == null || known.count() < key.limit() || known.isOver(now)) {
      return Duration.ZERO;
    }
    return Duration.between(now, known.last().plus(WINDOW));
  }
}
