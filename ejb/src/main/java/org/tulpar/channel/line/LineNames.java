package org.tulpar.channel.line;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.channel.ChannelStep;
import org.tulpar.channel.Channels;
import org.tulpar.kernel.ShortMemory;
import org.tulpar.tenant.OrganizationId;

/**
 * What the channels are called at their providers. A line that was changed is known within five
 * seconds; it is asked for every event of some, so it must not cost a transaction each time.
 */
@ApplicationScoped
public class LineNames {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Key(OrganizationId organization, UUID channel) {}

  @Inject private ChannelStep step;
  @Inject private Clock clock;

  private ShortMemory<Key, Optional<String>> known;

  @PostConstruct
  void open() {
    known =
        new ShortMemory<>(
            FRESH,
            clock,
            key -> step.row(key.organization(), key.channel()).map(Channels.Row::instance));
  }

  /** Empty when there is no such channel. */
  public Optional<String> of(OrganizationId organization, UUID channel) throws SQLException {
    return known.get(new Key(organization, channel));
  }
}
