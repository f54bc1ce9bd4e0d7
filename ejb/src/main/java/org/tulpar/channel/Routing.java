package org.tulpar.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tulpar.kernel.SecretBox;

/**
 * Finds the route of a webhook without asking the database each time. A new key is seen within two
 * seconds, a withdrawn secret is refused after five.
 */
@ApplicationScoped
public class Routing {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration MISS = Duration.ofSeconds(2);

  @Inject private ChannelRoutes routes;
  @Inject private Clock clock;
  @Inject private SecretBox box;

  private volatile Map<String, ChannelRoute> known = Map.of();
  private volatile Instant readAt = Instant.EPOCH;

  /**
   * The route with this key and type that the proof opens.
   *
   * @param body the raw bytes; may be empty when the proof is not over them
   * @throws SQLException when the database must be asked and does not answer
   */
  public Optional<ChannelRoute> find(ChannelType type, String key, Proof proof, byte[] body)
      throws SQLException {
    refreshWhenOlderThan(FRESH);
    var route = matching(type, key, proof, body);
    if (route.isEmpty() && refreshWhenOlderThan(MISS)) {
      route = matching(type, key, proof, body);
    }
    return route;
  }

  private Optional<ChannelRoute> matching(ChannelType type, String key, Proof proof, byte[] body) {
    return Optional.ofNullable(known.get(key))
        .filter(route -> route.type() == type)
        .filter(route -> route.admits(proof, body, box));
  }

  private boolean refreshWhenOlderThan(Duration age) throws SQLException {
    return isOlderThan(age) && refresh(age);
  }

  private synchronized boolean refresh(Duration age) throws SQLException {
    if (isOlderThan(age)) {
      known = Map.copyOf(routes.all());
      readAt = clock.instant();
    }
    return true;
  }

  private boolean isOlderThan(Duration age) {
    return readAt.plus(age).isBefore(clock.instant());
  }
}
