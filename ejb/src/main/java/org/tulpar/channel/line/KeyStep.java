package org.tulpar.channel.line;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.line.GatewayLine.Registration;
import org.tulpar.channel.line.KeyedLine.Key;
import org.tulpar.tenant.TenantScope;

/** The transactions in the life of a line with a key; none is open while a provider is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class KeyStep {

  @Inject private LineRows lines;
  @Inject private KeyRows rows;
  @Inject private Seals seals;
  @Inject private Postings postings;
  @Inject private Clock clock;
  @Inject private Event<ChannelChanged> news;

  /**
   * Stores a line before its provider posts, so that the first webhook finds its way.
   *
   * @throws LineRefused when the organization has this account already
   */
  public Registration begin(ChannelAccess account, String name, Key opening) {
    if (lines.exists(account.type(), account.instance())) {
      throw LineRefused.twice();
    }
    var channel = account.id();
    var key = Seals.fresh();
    var secret = Seals.fresh();
    lines.insert(
        new LineRows.NewLine(
            channel,
            account.type(),
            name,
            account.instance(),
            account.apiUrl(),
            key,
            secret,
            seals.seal(channel, opening.token()),
            signing(channel, opening)),
        seals.seal(channel, secret));
    return postings.of(account.type(), key, secret);
  }

  private byte[] signing(UUID channel, Key key) {
    return key.signing().isEmpty() ? null : seals.seal(channel, key.signing());
  }

  /**
   * The provider knows the key.
   *
   * @param posts and was told where to post
   */
  public void opened(UUID channel, boolean posts) {
    rows.opened(channel, posts ? clock.instant() : null);
    tell(channel);
  }

  public void exchange(UUID channel, Key key) {
    rows.exchange(
        channel, seals.seal(channel, key.token()), signing(channel, key), clock.instant());
    lines.audit("channel.key_exchanged", channel);
  }

  public void disconnected(UUID channel) {
    rows.disconnected(channel);
    lines.audit("channel.disconnected", channel);
    tell(channel);
  }

  private void tell(UUID channel) {
    news.fire(new ChannelChanged(TenantScope.required(), channel));
  }
}
