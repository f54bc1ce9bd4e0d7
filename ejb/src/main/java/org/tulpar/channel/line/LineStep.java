package org.tulpar.channel.line;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.GatewayLine.Registration;
import org.tulpar.channel.line.PairedLine.Link;
import org.tulpar.tenant.TenantScope;

/** The transactions of a line's life; none is open while a gateway is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LineStep {

  /** Longer than any node may not know a new secret ({@code Routing}). */
  private static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(8);

  /** A gateway repeats a webhook for up to twenty minutes, with the secret it had at first. */
  private static final Duration BETWEEN_ROTATIONS = Duration.ofMinutes(30);

  private static final Duration TWO_SECRETS = Duration.ofHours(24);

  @Inject private LineRows rows;
  @Inject private Seals seals;
  @Inject private Postings postings;
  @Inject private Clock clock;
  @Inject private Event<ChannelChanged> news;

  /**
   * What a look at a line needs.
   *
   * @param wanted where the gateway should post to
   * @param known whether every node takes webhooks with the present secret
   * @param registered whether the gateway was given the present secret
   * @param gapFrom since when messages may be missing, or null
   */
  public record Watched(
      ChannelType type, Registration wanted, boolean known, boolean registered, Instant gapFrom) {}

  public List<LineRow> all() {
    return rows.all();
  }

  public LineRow one(UUID channel) {
    return rows.byId(channel).orElseThrow(LineRefused::unknown);
  }

  public int down(Duration longerThan) {
    return rows.down(clock.instant().minus(longerThan));
  }

  /** Stores a line before its gateway knows it, so that the first webhook finds its way. */
  public Registration begin(UUID channel, String name, String instance, URI gateway) {
    var key = Seals.fresh();
    var secret = Seals.fresh();
    rows.insert(
        new LineRows.NewLine(
            channel, ChannelType.EVOLUTION, name, instance, gateway, key, secret, null, null),
        seals.seal(channel, secret));
    return postings.of(ChannelType.EVOLUTION, key, secret);
  }

  public void created(UUID channel, String key, Link link) {
    rows.key(channel, seals.seal(channel, key));
    link(channel, link);
    tell(channel);
  }

  public void notCreated(UUID channel) {
    rows.delete(channel);
  }

  /** What a gateway said of the connection. */
  public void link(UUID channel, Link link) {
    var changed =
        link.picture() != null
            ? rows.code(channel, link.picture(), link.pairingCode())
            : rows.connection(channel, link.state());
    if (changed) {
      tell(channel);
    }
  }

  public void loggedOut(UUID channel) {
    rows.connection(channel, ConnectionState.CLOSED);
    rows.audit("channel.logged_out", channel);
    tell(channel);
  }

  public void removed(UUID channel) {
    rows.remove(channel);
    tell(channel);
  }

  /**
   * Begins a change of the secret.
   *
   * @throws LineRefused when webhooks with the secret before the present one may still come
   */
  public void rotate(UUID channel) {
    var line = one(channel);
    var now = clock.instant();
    var rotated = line.rotatedAt();
    if (rotated != null
        && (line.registeredAt() == null || rotated.plus(BETWEEN_ROTATIONS).isAfter(now))) {
      throw LineRefused.tooSoon();
    }
    var secret = Seals.fresh();
    rows.rotate(
        channel,
        Seals.hash(secret),
        seals.seal(channel, secret),
        now,
        now.plus(KNOWN_EVERYWHERE).plusSeconds(1));
    tell(channel);
  }

  public Watched watched(UUID channel) {
    var route = rows.route(channel).orElseThrow(LineRefused::unknown);
    return new Watched(
        route.type(),
        postings.of(route.type(), channel, route.key(), route.sealed()),
        isKnown(route.rotatedAt()),
        route.registered(),
        route.gapFrom());
  }

  private boolean isKnown(Instant rotatedAt) {
    return rotatedAt == null || !rotatedAt.plus(KNOWN_EVERYWHERE).isAfter(clock.instant());
  }

  /** The gateway posts to us as it should. */
  public void registered(UUID channel) {
    var now = clock.instant();
    rows.registered(channel, now, now.minus(TWO_SECRETS));
  }

  /** What the last look found; null is nothing. */
  public void problem(UUID channel, String code) {
    if (rows.problem(channel, code)) {
      tell(channel);
    }
  }

  public void filled(UUID channel, Instant gapFrom) {
    rows.filled(channel, gapFrom);
  }

  private void tell(UUID channel) {
    news.fire(new ChannelChanged(TenantScope.required(), channel));
  }
}
