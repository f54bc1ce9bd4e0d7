package org.tulpar.kernel;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers for a few seconds what is read from the database again and again. However many ask for
 * a key at once, one reads and the others wait for it; a failed reading is remembered by nobody.
 */
public final class ShortMemory<K, V> {

  /** Reads one value; never null. */
  public interface Source<K, V> {
    V read(K key) throws SQLException;
  }

  private record Known<V>(V value, Instant readAt) {}

  private static final class Seat<V> {
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known<V> known;
  }

  private final Duration fresh;
  private final Clock clock;
  private final Source<K, V> source;
  private final Map<K, Seat<V>> seats = new ConcurrentHashMap<>();

  public ShortMemory(Duration fresh, Clock clock, Source<K, V> source) {
    this.fresh = fresh;
    this.clock = clock;
    this.source = source;
  }

  /** The value as it was at most the given duration ago. */
  public V get(K key) throws SQLException {
    var seat = seats.computeIfAbsent(key, k -> new Seat<>());
    var known = seat.known;
    return isFresh(known) ? known.value() : read(key, seat);
  }

  private V read(K key, Seat<V> seat) throws SQLException {
    seat.reading.lock();
    try {
      if (!isFresh(seat.known)) {
        var now = clock.instant();
        seat.known = new Known<>(source.read(key), now);
      }
      return seat.known.value();
    } finally {
      seat.reading.unlock();
    }
  }

  /** The next who asks reads. */
  public void forget(K key) {
    seats.remove(key);
  }

  private boolean isFresh(Known<V> known) {
    return known != null && known.readAt().plus(fresh).isAfter(clock.instant());
  }
}
