package org.tulpar.channel.line;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;

/** What a gateway can be asked about a line of ours. Blocking; called outside any transaction. */
public interface GatewayLine {

  ChannelType type();

  /** Makes an instance that posts to us; its own key opens it from now on. */
  Created create(URI gateway, String masterKey, String instance, Registration registration)
      throws GatewayTrouble;

  /** Asks for the connection to the messenger: a code to be scanned, unless it stands already. */
  Link connect(ChannelAccess channel) throws GatewayTrouble;

  ConnectionState state(ChannelAccess channel) throws GatewayTrouble;

  /** Ends the connection to the messenger; one that does not stand is ended, too. */
  void logout(ChannelAccess channel) throws GatewayTrouble;

  /** Where the gateway posts to now; null when it posts nowhere. */
  Registration registration(ChannelAccess channel) throws GatewayTrouble;

  void register(ChannelAccess channel, Registration registration) throws GatewayTrouble;

  /** What the gateway's history has since then, oldest first, each as the body of a webhook. */
  List<byte[]> history(ChannelAccess channel, Instant since) throws GatewayTrouble;

  /** A new instance and how far its connection is. Holds a secret. */
  record Created(String key, Link link) {

    @Override
    public String toString() {
      return "Created[" + link + "]";
    }
  }

  /**
   * How far a connection is.
   *
   * @param picture the code as a data URI, or null when there is none (yet)
   * @param pairingCode what is typed instead, or null
   */
  record Link(ConnectionState state, String picture, String pairingCode) {}

  /**
   * Where a gateway posts to, and with which secret.
   *
   * @param authorization the header's value, or null when it is not known
   */
  record Registration(String url, String authorization) {

    /** Whether what a gateway has serves as well as this. */
    public boolean isServedBy(Registration actual) {
      return actual != null
          && url.equals(actual.url())
          && (authorization == null || authorization.equals(actual.authorization()));
    }

    @Override
    public String toString() {
      return "Registration[" + url + "]";
    }
  }
}
