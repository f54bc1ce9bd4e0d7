package org.tulpar.channel.line;

import java.net.URI;
import org.tulpar.channel.ChannelAccess;

/** A line whose account stands at its provider already and is opened by a key. */
public interface KeyedLine extends GatewayLine {

  /**
   * Asks the provider whose key this is. Changes nothing there.
   *
   * @throws GatewayTrouble {@code key}, {@code number}, {@code which}, {@code business} or {@code
   *     app_secret} when that is what does not fit
   */
  Account account(URI api, Key key) throws GatewayTrouble;

  /** Makes the account post to us, as far as the provider lets us. */
  default void open(ChannelAccess channel, Key key, Registration registration)
      throws GatewayTrouble {
    register(channel, registration);
  }

  /**
   * What opens an account. Holds secrets: never logged, never shown.
   *
   * @param number of the account within what the token opens, or empty
   * @param business the provider's id of the organization, or empty
   * @param signing the key by which the provider signs its webhooks, or empty
   */
  record Key(String number, String business, String token, String signing) {

    public Key {
      number = number == null ? "" : number.strip();
      business = business == null ? "" : business.strip();
      token = token == null ? "" : token.strip();
      signing = signing == null ? "" : signing.strip();
    }

    Key of(String instance) {
      return new Key(instance, business, token, signing);
    }

    @Override
    public String toString() {
      return "Key[" + number + "]";
    }
  }

  /**
   * @param instance the account's name at its provider
   * @param title as people know it
   */
  record Account(String instance, String title) {}
}
