package org.tulpar.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a webhook without asking the database each time. What is known stays known
 * while the database is away; a new key or a rotated secret is seen within two seconds.
 */
@ApplicationScoped
public class Routing {

  private static final Duration FRESH = Duration.ofSeconds(2);

  @Inject private ChannelRoutes routes;
  @Inject private Clock clock;

  private volatile Map<String, ChannelRoute> known = Map.of();
  private volatile Instant readAt = Instant.EPOCH;

  /**
   * The route with this key and type that the secret opens.
   *
   * @throws SQLException when nothing is known yet and the database does not answer
   */
  public Optional<ChannelRoute> find(ChannelType type, String key, String secret)
      throws SQLException {
    var route = matching(type, key, secret);
    if (route.isEmpty() && readAt.plus(FRESH).isBefore(clock.instant())) {
      refresh();
      route = matching(type, key, secret);
    }
    return route;
  }

  private Optional<ChannelRoute> matching(ChannelType type, String key, String secret) {
    return Optional.ofNullable(known.get(key))
        .filter(route -> route.type() == type)
        .filter(route -> route.opensWith(secret));
  }

  private synchronized void refresh() throws SQLException {
    if (readAt.plus(FRESH).isBefore(clock.instant())) {
      known = Map.copyOf(routes.all());
      readAt = clock.instant();
    }
  }
}
