package org.tulpar.channel;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.SecretBox;
import org.tulpar.kernel.ShortMemory;
import org.tulpar.tenant.OrganizationId;

/**
 * Opens what it takes to call a channel's gateway. A changed address or credential is used within
 * five seconds; it is asked for every message, so it must not cost a transaction each time.
 */
@ApplicationScoped
public class ChannelDirectory {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Key(OrganizationId organization, UUID channel) {}

  @Inject private ChannelStep step;
  @Inject private Clock clock;
  @Inject private SecretBox box;

  private ShortMemory<Key, Optional<ChannelAccess>> known;

  @PostConstruct
  void open() {
    known = new ShortMemory<>(FRESH, clock, this::read);
  }

  /** Empty when there is no such channel. */
  public Optional<ChannelAccess> access(OrganizationId organization, UUID channel)
      throws SQLException {
    return known.get(new Key(organization, channel));
  }

  /** The same where a database that does not answer is nobody's business. */
  public Optional<ChannelAccess> required(OrganizationId organization, UUID channel) {
    try {
      return access(organization, channel);
    } catch (SQLException e) {
      throw new IllegalStateException("the channel cannot be read", e);
    }
  }

  /** A credential was changed on this node: it is read anew. */
  public void forget(OrganizationId organization, UUID channel) {
    known.forget(new Key(organization, channel));
  }

  private Optional<ChannelAccess> read(Key key) throws SQLException {
    return step.row(key.organization(), key.channel()).map(row -> access(key, row));
  }

  private ChannelAccess access(Key key, Channels.Row row) {
    return new ChannelAccess(
        key.organization(),
        key.channel(),
        row.type(),
        row.instance(),
        row.apiUrl(),
        row.sealedKey() == null ? "" : box.open(key.channel(), row.sealedKey()));
  }
}
