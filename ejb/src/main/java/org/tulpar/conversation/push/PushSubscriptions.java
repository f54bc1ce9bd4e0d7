package org.tulpar.conversation.push;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tulpar.tenant.TenantScope;

/** The browsers in which people want to be told while Tulpar is closed. */
@Stateless
public class PushSubscriptions {

  /** Browsers of one person; with one more, the oldest goes. */
  public static final int MOST = 20;

  private static final Duration REMEMBERED = Duration.ofDays(30);

  @Inject private SubscriptionRows rows;
  @Inject private ToldRows told;
  @Inject private PushGateway gateway;
  @Inject private Event<PushSubscribed> subscribed;
  @Inject private Clock clock;

  /** By which browsers know our notices; empty where the installation sends none. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<String> publicKey() {
    return gateway.publicKey();
  }

  /**
   * The person has asked for it: notices of the browser are on from now on.
   *
   * @param browser in which the person is signed in
   * @throws PushRefused for what is no address of a push service, and where nobody is signed in
   */
  public void begin(long userId, long browser, PushAddress address) {
    renew(userId, browser, address);
    rows.listen(userId);
  }

  /**
   * The same browser under another sign-in, or with another address; what the person hears of is as
   * they left it.
   *
   * @throws PushRefused as {@link #begin} does
   */
  public void renew(long userId, long browser, PushAddress address) {
    require(gateway.publicKey().isPresent(), "off");
    require(gateway.takes(address), "address");
    require(rows.keep(userId, browser, address), "signed_out");
    rows.take(userId, address.endpoint());
    rows.leave(userId, MOST);
    told.forget(userId, clock.instant().minus(REMEMBERED));
    subscribed.fire(new PushSubscribed(TenantScope.required()));
  }

  /** One that is gone already, or another person's, is left. */
  public void end(long userId, String endpoint) {
    rows.remove(userId, endpoint);
  }

  private static void require(boolean condition, String reason) {
    if (!condition) {
      throw new PushRefused(reason);
    }
  }
}
